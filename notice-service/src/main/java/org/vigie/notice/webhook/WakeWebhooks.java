package org.vigie.notice.webhook;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.report.Scope;
import org.vigie.notice.report.Subscribers;

/** Sends what changed to the webhooks of its partner. */
@Component
class WakeWebhooks implements Subscribers {

    private final Webhooks webhooks;
    private final WebhookQueue queue;
    private final Clock clock;

    WakeWebhooks(Webhooks webhooks, WebhookQueue queue, Clock clock) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void changed(ReportChange change) {
        webhooks.all(new Scope(change.origin())).forEach(webhook -> queue.send(webhook.webhookId(), clock.instant()));
    }
}
