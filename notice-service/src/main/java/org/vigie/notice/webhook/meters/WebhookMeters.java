package org.vigie.notice.webhook.meters;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.vigie.notice.webhook.Backlog;
import org.vigie.notice.webhook.Webhooks;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Whether partners are told what they want to be told. */
@Component
class WebhookMeters implements MeterSource {

    private final Webhooks webhooks;
    private final Backlog backlog;
    private final Clock clock;

    WebhookMeters(Webhooks webhooks, Backlog backlog, Clock clock) {
        this.webhooks = webhooks;
        this.backlog = backlog;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var count = webhooks.count();
        var help = "Webhooks that take no messages.";
        into.gauge("vigie_webhooks", help, count.failing(), "state", "FAILING");
        into.gauge("vigie_webhooks", help, count.disabledByFailures(), "state", "DISABLED");
        var waiting = backlog.at(clock.instant());
        into.gauge("vigie_webhook_messages_waiting", "Messages to webhooks that wait.", waiting.messages());
        into.gauge(
                "vigie_webhook_oldest_waiting_seconds",
                "How long the oldest message to a webhook has waited, by the one clock; 0 while none does.",
                waiting.oldest().toSeconds());
    }
}
