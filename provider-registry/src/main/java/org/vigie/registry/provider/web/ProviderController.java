package org.vigie.registry.provider.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.ProviderExists;
import org.vigie.registry.provider.Providers;
import org.vigie.registry.provider.StaleProvider;
import org.vigie.registry.provider.TeachProvider;
import org.vigie.registry.provider.UnknownProvider;
import org.vigie.registry.provider.UnusableFact;
import org.vigie.support.web.Problems;

/** Teaches and shows providers. */
@RestController
@RequestMapping("/v1/providers")
class ProviderController {

    private final TeachProvider teachProvider;
    private final Providers providers;

    ProviderController(TeachProvider teachProvider, Providers providers) {
        this.teachProvider = teachProvider;
        this.providers = providers;
    }

    @PostMapping
    ResponseEntity<ProviderView> teach(
            @RequestBody ProviderRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        var taught = teachProvider.teach(request.toFacts(), idempotencyKey);
        var status = taught.isNew() ? HttpStatus.CREATED : HttpStatus.OK;
        return withTag(ResponseEntity.status(status), taught.provider())
                .location(URI.create("/v1/providers/" + taught.provider().id()))
                .body(ProviderView.of(taught.provider()));
    }

    @GetMapping
    List<ProviderView> all() {
        return providers.all().stream().map(ProviderView::of).toList();
    }

    @GetMapping("/{id}")
    ResponseEntity<ProviderView> one(@PathVariable UUID id) {
        var provider = providers.find(id).orElseThrow(() -> new UnknownProvider(id));
        return withTag(ResponseEntity.ok(), provider).body(ProviderView.of(provider));
    }

    private static ResponseEntity.BodyBuilder withTag(ResponseEntity.BodyBuilder answer, Provider provider) {
        return answer.eTag("\"" + provider.version() + "\"");
    }

    @ExceptionHandler
    ProblemDetail on(UnusableFact e) {
        return Problems.invalidField("/" + e.field(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(UnknownProvider e) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-provider", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(ProviderExists e) {
        var problem = Problems.of(HttpStatus.CONFLICT, "provider-exists", e.getMessage());
        problem.setProperty("provider_id", e.providerId());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(StaleProvider e) {
        return Problems.of(HttpStatus.CONFLICT, "stale-provider", Objects.requireNonNull(e.getMessage()));
    }
}
