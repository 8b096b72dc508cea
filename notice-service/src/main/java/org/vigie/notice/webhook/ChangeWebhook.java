package org.vigie.notice.webhook;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.vigie.notice.report.Scope;
import org.vigie.support.work.Optimistic;

/** Makes moves of webhooks, one after another. */
@Component
class ChangeWebhook {

    private final Webhooks webhooks;

    ChangeWebhook(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    private record Kept(Optional<Webhook> webhook) {}

    /** What is stored then; empty if there is none in the scope. */
    Optional<Webhook> change(Scope scope, UUID webhookId, UnaryOperator<Webhook> move) {
        return Optimistic.change(() -> {
                    var before = webhooks.find(scope, webhookId);
                    var after = before.map(move);
                    return after.equals(before)
                            ? Optional.of(new Kept(before))
                            : after.flatMap(webhooks::save).map(saved -> new Kept(Optional.of(saved)));
                })
                .webhook();
    }
}
