package org.vigie.registry.chain.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.registry.chain.ResolveUrl;
import org.vigie.support.validation.InvalidField;
import org.vigie.url.ParseResult.Parsed;
import org.vigie.url.ParseResult.Refused;
import org.vigie.url.WebUrl;

/** Resolves a URL that travels in the body only. Nothing is stored. */
@RestController
@RequestMapping("/v1/resolutions")
class ResolutionController {

    private final ResolveUrl resolveUrl;

    ResolutionController(ResolveUrl resolveUrl) {
        this.resolveUrl = resolveUrl;
    }

    @Operation(
            operationId = "resolveUrl",
            summary = "Resolve who serves a URL",
            description =
                    "The chain of providers behind a URL and whom to write to first, with the evidence. Nothing is stored.")
    @PostMapping
    ResolutionView resolve(@RequestBody @Valid ResolutionRequest request) {
        return switch (WebUrl.parse(request.url())) {
            case Parsed(var url) -> ResolutionView.of(resolveUrl.resolve(url, !Boolean.FALSE.equals(request.online())));
            case Refused(var reason) -> throw new InvalidField("/url", "expected an http or https URL: " + reason);
        };
    }
}
