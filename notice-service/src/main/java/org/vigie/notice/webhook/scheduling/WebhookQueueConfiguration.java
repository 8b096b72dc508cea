package org.vigie.notice.webhook.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.report.Scope;
import org.vigie.notice.webhook.Deliveries;
import org.vigie.notice.webhook.SendMessages;
import org.vigie.notice.webhook.Webhook;
import org.vigie.notice.webhook.WebhookQueue;
import org.vigie.notice.webhook.WebhookState.Down;
import org.vigie.notice.webhook.Webhooks;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Sends to every webhook, each in a thread of its own, those included that a crash left behind. */
@Configuration(proxyBeanMethods = false)
class WebhookQueueConfiguration {

    /** Virtual threads that mostly wait for receivers; so many must hang at once before one waits for another. */
    private static final int CONCURRENCY = 1000;

    /** How long it is told what became of a message. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    DueQueue<UUID> dueWebhooks(
            OneClock clock, Webhooks webhooks, Deliveries deliveries, ObjectProvider<SendMessages> send) {
        return new DueQueue<>(
                "webhooks",
                clock,
                CONCURRENCY,
                () -> {
                    deliveries.forget(clock.instant().minus(KEPT));
                    return due(webhooks, clock.instant());
                },
                webhookId -> send.getObject().send(webhookId));
    }

    private static Map<UUID, Instant> due(Webhooks webhooks, Instant now) {
        return webhooks.all(Scope.EVERYBODYS).stream()
                .collect(Collectors.toMap(
                        Webhook::webhookId, webhook -> webhook.state() instanceof Down down ? down.next() : now));
    }

    @Bean
    WebhookQueue webhookQueue(@Qualifier("dueWebhooks") DueQueue<UUID> dueWebhooks) {
        return dueWebhooks::schedule;
    }
}
