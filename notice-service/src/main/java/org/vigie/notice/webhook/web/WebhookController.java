package org.vigie.notice.webhook.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Scope;
import org.vigie.notice.webhook.KeepWebhooks;
import org.vigie.notice.webhook.ReceiverUrls;
import org.vigie.notice.webhook.Webhook;
import org.vigie.notice.webhook.Webhooks;
import org.vigie.support.Refusal;
import org.vigie.support.access.Caller;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** Webhooks over HTTP. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookController {

    record WebhookRequest(@NotNull String url) {}

    /** The only answers that have a secret. */
    record WithSecret(String secret, WebhookView about) {

        static WithSecret of(Webhook webhook) {
            return new WithSecret(webhook.secrets().getFirst().text(), WebhookView.of(webhook));
        }

        @Override
        public String toString() {
            return "WithSecret[%s]".formatted(about.webhookId());
        }
    }

    record WebhookList(List<WebhookView> webhooks) {}

    /** A partner has as many as it may. */
    static final class TooManyWebhooks extends Refusal {

        private static final long serialVersionUID = 1;

        TooManyWebhooks() {
            super("There are %d webhooks already.".formatted(KeepWebhooks.MOST));
        }
    }

    private final KeepWebhooks keepWebhooks;
    private final Webhooks webhooks;
    private final boolean trial;

    WebhookController(KeepWebhooks keepWebhooks, Webhooks webhooks, VigieSettings settings) {
        this.keepWebhooks = keepWebhooks;
        this.webhooks = webhooks;
        this.trial = settings.mode() == Mode.EVALUATION;
    }

    @Operation(
            operationId = "addWebhook",
            summary = "Be told of further steps",
            description =
                    "Each further step of the partner's reports is sent to the URL from now on, one message after another, signed by Standard Webhooks. The answer has the secret, which is shown once. Five at most.")
    @PostMapping
    @Refuses("409 too-many-webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    WithSecret add(Caller caller, @RequestBody @Valid WebhookRequest asked) {
        var url = ReceiverUrls.read(asked.url(), trial)
                .orElseThrow(() -> new InvalidField(
                        "/url", "Must be an https URL of at most 2048 characters, without user and password."));
        return keepWebhooks
                .add(Origin.of(caller).text(), url.exact())
                .map(WithSecret::of)
                .orElseThrow(TooManyWebhooks::new);
    }

    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "The partner's own, with how each is.")
    @GetMapping
    WebhookList list(Caller caller) {
        return new WebhookList(
                webhooks.all(Scope.of(caller)).stream().map(WebhookView::of).toList());
    }

    @Operation(
            operationId = "getWebhook",
            summary = "Get a webhook",
            description = "How it is: whether it takes messages, and since when it does not.")
    @GetMapping("/{id}")
    @Refuses("404 not-found")
    WebhookView one(Caller caller, @PathVariable UUID id) {
        return WebhookView.of(webhooks.find(Scope.of(caller), id).orElseThrow(WebhookController::unknown));
    }

    @Operation(
            operationId = "removeWebhook",
            summary = "Remove a webhook",
            description = "At once and for good, with its deliveries. The feed of changes has everything.")
    @DeleteMapping("/{id}")
    @Refuses("404 not-found")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id) {
        if (!keepWebhooks.remove(Scope.of(caller), id)) {
            throw unknown();
        }
    }

    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Change the secret of a webhook",
            description =
                    "The answer has the new secret, which is shown once. For a day messages are signed with both; one before the old one signs no more.")
    @PostMapping("/{id}/rotation")
    @Refuses("404 not-found")
    @ResponseStatus(HttpStatus.CREATED)
    WithSecret rotate(Caller caller, @PathVariable UUID id) {
        return keepWebhooks.rotate(Scope.of(caller), id).map(WithSecret::of).orElseThrow(WebhookController::unknown);
    }

    @Operation(
            operationId = "disableWebhook",
            summary = "Disable a webhook",
            description = "Nothing is sent until it is enabled again; what happens meanwhile waits.")
    @PostMapping("/{id}/disabling")
    @Refuses("404 not-found")
    WebhookView disable(Caller caller, @PathVariable UUID id) {
        return WebhookView.of(keepWebhooks.disable(Scope.of(caller), id).orElseThrow(WebhookController::unknown));
    }

    @Operation(
            operationId = "enableWebhook",
            summary = "Enable a webhook",
            description =
                    "Whatever waits is sent at once, in its order. So is what waits for the next attempt while it fails.")
    @PostMapping("/{id}/enabling")
    @Refuses("404 not-found")
    WebhookView enable(Caller caller, @PathVariable UUID id) {
        return WebhookView.of(keepWebhooks.enable(Scope.of(caller), id).orElseThrow(WebhookController::unknown));
    }

    @ExceptionHandler
    ProblemDetail on(TooManyWebhooks tooMany) {
        return Problems.of(HttpStatus.CONFLICT, "too-many-webhooks", tooMany.getMessage());
    }

    private static NotFound unknown() {
        return new NotFound("webhook");
    }
}
