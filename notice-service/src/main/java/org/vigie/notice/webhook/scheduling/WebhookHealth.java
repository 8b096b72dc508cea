package org.vigie.notice.webhook.scheduling;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.vigie.notice.webhook.Webhooks;

/** How many webhooks take no messages. The service is well all the same: it is the receivers that are not. */
@Component("webhooksHealthIndicator")
class WebhookHealth implements HealthIndicator {

    private final Webhooks webhooks;

    WebhookHealth(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public Health health() {
        var count = webhooks.count();
        return Health.up()
                .withDetail("failing", count.failing())
                .withDetail("disabledByFailures", count.disabledByFailures())
                .build();
    }
}
