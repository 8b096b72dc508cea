package org.vigie.registry.provider.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.registry.provider.ChangeProvider;
import org.vigie.registry.provider.NetworkObject;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.Providers;
import org.vigie.registry.provider.Source;
import org.vigie.registry.provider.UnknownProvider;
import org.vigie.registry.provider.web.ProviderRequest.ObjectRequest;
import org.vigie.support.web.IfMatch;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Refuses;

/** Lists, adds and removes what identifies a provider on the network: there may be thousands. */
@RestController
@RequestMapping("/v1/providers/{id}/network-objects")
class NetworkObjectController {

    /** Part of a list. */
    record NetworkObjectList(
            List<NetworkObjectView> networkObjects,
            @Nullable UUID next) {}

    record NetworkObjectView(UUID networkObjectId, Kind kind, String value, Source source, Instant validFrom) {

        static NetworkObjectView of(NetworkObject object) {
            return new NetworkObjectView(
                    object.id(), object.kind(), object.value(), object.source(), object.validFrom());
        }
    }

    /** Network objects as they are sent. */
    record AdditionRequest(@NotNull List<@NotNull @Valid ObjectRequest> networkObjects) {}

    private final ChangeProvider changeProvider;
    private final Providers providers;

    NetworkObjectController(ChangeProvider changeProvider, Providers providers) {
        this.changeProvider = changeProvider;
        this.providers = providers;
    }

    @Operation(
            operationId = "listNetworkObjects",
            summary = "List a provider's network objects",
            description = "What identifies the provider on the network, page by page, in the order it was said.")
    @GetMapping
    @Refuses("404 unknown-provider")
    NetworkObjectList all(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        var provider = providers.find(id).orElseThrow(() -> new UnknownProvider(id));
        var part = Paging.part(provider.networkObjects(), NetworkObject::id, cursor, size);
        return new NetworkObjectList(part.shown(NetworkObjectView::of), part.next());
    }

    @Operation(
            operationId = "addNetworkObjects",
            summary = "Add network objects to a provider",
            description =
                    "Adds them to those that it has; one that it has already stays. A provider has at most 5,000. If-Match says which version was read.")
    @PostMapping
    @Refuses({"404 unknown-provider", "412 stale-provider", "428 if-match-required"})
    ResponseEntity<ProviderView> add(@PathVariable UUID id, IfMatch read, @RequestBody @Valid AdditionRequest request) {
        return ProviderController.changed(
                changeProvider.add(id, read, ProviderRequest.facts(request.networkObjects())));
    }

    @Operation(
            operationId = "removeNetworkObject",
            summary = "Remove a network object from a provider",
            description = "What it was stays among the past facts. If-Match says which version was read.")
    @DeleteMapping("/{networkObjectId}")
    @Refuses({"404 unknown-provider", "404 unknown-network-object", "412 stale-provider", "428 if-match-required"})
    ResponseEntity<ProviderView> remove(@PathVariable UUID id, @PathVariable UUID networkObjectId, IfMatch read) {
        return ProviderController.changed(changeProvider.remove(id, read, networkObjectId));
    }
}
