package org.vigie.registry.provider.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.registry.provider.ChangeProvider;
import org.vigie.registry.provider.PastFact;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Providers;
import org.vigie.registry.provider.SearchProviders;
import org.vigie.registry.provider.Source;
import org.vigie.registry.provider.TeachProvider;
import org.vigie.registry.provider.UnknownProvider;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.IfMatch;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Refuses;

/** Teaches, shows, corrects, merges and retires providers. */
@RestController
@RequestMapping("/v1/providers")
class ProviderController {

    private static final int FOUND = 50;

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record ProviderList(
            List<ProviderView> providers, @Nullable UUID next) {}

    /** What somebody has at hand. */
    record SearchRequest(@NotNull @Text String text) {

        /** Leaves it out. */
        @Override
        public String toString() {
            return "SearchRequest";
        }
    }

    /** @param more whether there are others that are not shown */
    record FoundProviders(List<ProviderView> providers, boolean more) {}

    /** Part of what was said before. */
    record PastList(List<PastView> facts, @Nullable String next) {}

    record PastView(
            String fact,
            String value,
            @Nullable Source source,
            @Nullable Instant validFrom,
            Instant validUntil) {

        static PastView of(PastFact past) {
            return new PastView(past.fact(), past.value(), past.source(), past.from(), past.until());
        }
    }

    private final TeachProvider teachProvider;
    private final ChangeProvider changeProvider;
    private final SearchProviders searchProviders;
    private final Providers providers;

    ProviderController(
            TeachProvider teachProvider,
            ChangeProvider changeProvider,
            SearchProviders searchProviders,
            Providers providers) {
        this.teachProvider = teachProvider;
        this.changeProvider = changeProvider;
        this.searchProviders = searchProviders;
        this.providers = providers;
    }

    @Operation(
            operationId = "teachProvider",
            summary = "Teach a provider",
            description =
                    "Adds a provider with its network objects and contacts. Taught with the same facts again, it is answered as it is known.")
    @PostMapping
    @ApiResponse(responseCode = "201", description = "Not known before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Known with the same facts", useReturnTypeSchema = true)
    @Refuses("409 provider-exists")
    ResponseEntity<ProviderView> teach(@RequestBody @Valid ProviderRequest request, @Nullable IdempotencyKey key) {
        var taught = teachProvider.teach(request.toFacts(), key == null ? null : key.value());
        var status = taught.isNew() ? HttpStatus.CREATED : HttpStatus.OK;
        return withTag(ResponseEntity.status(status), taught.provider())
                .location(URI.create("/v1/providers/" + taught.provider().id()))
                .body(ProviderView.of(taught.provider()));
    }

    @Operation(
            operationId = "listProviders",
            summary = "List providers",
            description = "Every provider that is known, in the order of their ids, page by page.")
    @GetMapping
    ProviderList all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        var found = providers.after(cursor, size + 1);
        return found.size() > size
                ? new ProviderList(
                        shown(found.subList(0, size)), found.get(size - 1).id())
                : new ProviderList(shown(found), null);
    }

    @Operation(
            operationId = "searchProviders",
            summary = "Search for providers",
            description =
                    "The first 50 by name that have the text: a part of the name, a host or domain, a range, an AS number, or where a contact has its mail.")
    @PostMapping("/search")
    FoundProviders search(@RequestBody @Valid SearchRequest request) {
        var found = searchProviders.with(request.text(), FOUND + 1);
        return new FoundProviders(shown(found.stream().limit(FOUND).toList()), found.size() > FOUND);
    }

    private static List<ProviderView> shown(List<Provider> providers) {
        return providers.stream().map(ProviderView::of).toList();
    }

    @Operation(
            operationId = "getProvider",
            summary = "Get a provider",
            description = "One provider. The ETag is for If-Match.")
    @GetMapping("/{id}")
    @Refuses("404 unknown-provider")
    ResponseEntity<ProviderView> one(@PathVariable UUID id) {
        var provider = providers.find(id).orElseThrow(() -> new UnknownProvider(id));
        return withTag(ResponseEntity.ok(), provider).body(ProviderView.of(provider));
    }

    @Operation(
            operationId = "listPastFacts",
            summary = "List what was said of a provider before",
            description =
                    "Names, groups, network objects and contacts that are said no longer, oldest first, page by page.")
    @GetMapping("/{id}/past")
    @Refuses("404 unknown-provider")
    PastList past(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @Pattern(regexp = "^[0-9]{1,9}$", message = "Not a cursor of this list.")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor) {
        var size = Paging.size(limit);
        var all = providers.find(id).orElseThrow(() -> new UnknownProvider(id)).past();
        var places = IntStream.range(0, all.size()).boxed().toList();
        var part = Paging.part(places, String::valueOf, cursor, size);
        return new PastList(part.shown(place -> PastView.of(all.get(place))), part.next());
    }

    @Operation(
            operationId = "correctProvider",
            summary = "Correct a provider",
            description =
                    "Replaces all facts of a provider; network objects that are left out stay. If-Match says which version was read.")
    @PutMapping("/{id}")
    @Refuses({"404 unknown-provider", "409 provider-exists", "412 stale-provider", "428 if-match-required"})
    ResponseEntity<ProviderView> correct(
            @PathVariable UUID id, IfMatch read, @RequestBody @Valid ProviderRequest request) {
        return changed(changeProvider.correct(id, read, request.toFacts()));
    }

    @Operation(
            operationId = "mergeProvider",
            summary = "Merge a provider into another",
            description =
                    "What was counted for this provider counts for the other. If-Match says which version was read.")
    @PostMapping("/{id}/merge")
    @Refuses({"404 unknown-provider", "412 stale-provider", "428 if-match-required"})
    ResponseEntity<ProviderView> merge(@PathVariable UUID id, IfMatch read, @RequestBody @Valid MergeRequest request) {
        return changed(changeProvider.merge(id, read, request.into()));
    }

    @Operation(
            operationId = "retireProvider",
            summary = "Retire a provider",
            description =
                    "Nobody is addressed there any more; what was counted stays. If-Match says which version was read.")
    @PostMapping("/{id}/retire")
    @Refuses({"404 unknown-provider", "412 stale-provider", "428 if-match-required"})
    ResponseEntity<ProviderView> retire(@PathVariable UUID id, IfMatch read) {
        return changed(changeProvider.retire(id, read));
    }

    static ResponseEntity<ProviderView> changed(Provider provider) {
        return withTag(ResponseEntity.ok(), provider).body(ProviderView.of(provider));
    }

    private static ResponseEntity.BodyBuilder withTag(ResponseEntity.BodyBuilder answer, Provider provider) {
        return answer.eTag(IfMatch.tag(Objects.requireNonNull(provider.version())));
    }
}
