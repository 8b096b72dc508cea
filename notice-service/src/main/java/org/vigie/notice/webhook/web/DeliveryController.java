package org.vigie.notice.webhook.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.Scope;
import org.vigie.notice.webhook.Deliveries;
import org.vigie.notice.webhook.KeepWebhooks;
import org.vigie.notice.webhook.Webhooks;
import org.vigie.support.access.Caller;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Refuses;

/** What was sent to webhooks, and sending it again. */
@RestController
@RequestMapping("/v1/webhooks/{id}")
class DeliveryController {

    /** @param next absent at the end */
    record DeliveryList(
            List<DeliveryView> deliveries, @Nullable UUID next) {}

    record ReplayRequest(@NotNull Instant since) {}

    private final KeepWebhooks keepWebhooks;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    DeliveryController(KeepWebhooks keepWebhooks, Webhooks webhooks, Deliveries deliveries) {
        this.keepWebhooks = keepWebhooks;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List what was sent",
            description =
                    "Each message with what became of its last attempt, that of the latest change first; page by page. What waits in its turn is not there yet.")
    @GetMapping("/deliveries")
    @Refuses("404 not-found")
    DeliveryList list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        if (webhooks.find(Scope.of(caller), id).isEmpty()) {
            throw new NotFound("webhook");
        }
        var after = cursor == null ? null : deliveries.find(id, cursor).orElseThrow(Paging::notACursor);
        var found = deliveries.page(id, after, size);
        return new DeliveryList(
                found.stream().map(DeliveryView::of).toList(),
                found.size() < size ? null : found.getLast().deliveryId());
    }

    @Operation(
            operationId = "pingWebhook",
            summary = "Send a test",
            description =
                    "Sends a message of the type webhook.ping at once, to a webhook that is disabled too. What became of it is among the deliveries. One that fails gets what waits at once if it takes the test.")
    @PostMapping("/ping")
    @Refuses("404 not-found")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView ping(Caller caller, @PathVariable UUID id) {
        return keepWebhooks.ping(Scope.of(caller), id).map(DeliveryView::of).orElseThrow(() -> new NotFound("webhook"));
    }

    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send a message again",
            description =
                    "Once, at once and out of its turn, under the same webhook-id and with the same timestamp: a receiver keeps what it has from a later one.")
    @PostMapping("/deliveries/{deliveryId}/replay")
    @Refuses("404 not-found")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeliveryView replay(Caller caller, @PathVariable UUID id, @PathVariable UUID deliveryId) {
        return keepWebhooks
                .replay(Scope.of(caller), id, deliveryId)
                .map(DeliveryView::of)
                .orElseThrow(() -> new NotFound("delivery"));
    }

    @Operation(
            operationId = "replayWebhook",
            summary = "Send everything since a time again",
            description =
                    "Every message whose change was noted then or later, in its order, before what comes next. Each has the webhook-id that it had.")
    @PostMapping("/replay")
    @Refuses("404 not-found")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WebhookView replaySince(Caller caller, @PathVariable UUID id, @RequestBody @Valid ReplayRequest asked) {
        return keepWebhooks
                .replaySince(Scope.of(caller), id, asked.since())
                .map(WebhookView::of)
                .orElseThrow(() -> new NotFound("webhook"));
    }
}
