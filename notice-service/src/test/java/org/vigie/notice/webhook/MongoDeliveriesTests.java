package org.vigie.notice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;
import org.vigie.notice.webhook.Receipt.Answered;

@ServiceTest
class MongoDeliveriesTests {

    /** Not so long ago that the service itself forgets it meanwhile. */
    private final Instant tried;

    private final Webhook webhook;

    @Autowired
    private Deliveries deliveries;

    MongoDeliveriesTests(@Autowired Clock clock) {
        tried = clock.instant().minus(Duration.ofDays(29)).truncatedTo(ChronoUnit.MILLIS);
        webhook =
                Webhook.of(UUID.randomUUID(), "partner:x", "https://hook.test/", new Secret("whsec_a", null), 0, tried);
    }

    @Test
    void whatWasTriedBeforeIsForgottenAndNothingThatIsToBeSent() {
        var old = saved(fresh().tried(new Answered(204), tried));
        var failed = saved(fresh().tried(new Answered(500), tried));
        var again = saved(fresh().tried(new Answered(204), tried).again());
        var never = saved(fresh());
        var later = saved(fresh().tried(new Answered(204), tried.plus(Duration.ofSeconds(1))));

        deliveries.forget(tried.plusMillis(1));

        assertThat(deliveries.page(webhook.webhookId(), null, 10)).containsExactlyInAnyOrder(again, never, later);
        assertThat(deliveries.find(webhook.webhookId(), old.deliveryId())).isEmpty();
        assertThat(deliveries.find(webhook.webhookId(), failed.deliveryId())).isEmpty();
    }

    private Delivery fresh() {
        return Delivery.of(webhook, 1, Message.ping(UUID.randomUUID(), tried), tried);
    }

    private Delivery saved(Delivery delivery) {
        deliveries.save(delivery);
        return delivery;
    }
}
