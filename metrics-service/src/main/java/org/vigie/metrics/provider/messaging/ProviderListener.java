package org.vigie.metrics.provider.messaging;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.metrics.provider.Providers;

/** Hands on what provider-registry says of providers. */
@Component
class ProviderListener {

    private final Providers providers;

    ProviderListener(Providers providers) {
        this.providers = providers;
    }

    @KafkaListener(topics = Topics.PROVIDERS)
    void on(ProviderSnapshot snapshot) {
        providers.on(snapshot);
    }
}
