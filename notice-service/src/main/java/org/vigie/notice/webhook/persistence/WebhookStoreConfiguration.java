package org.vigie.notice.webhook.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of webhooks and deliveries. */
@Configuration(proxyBeanMethods = false)
class WebhookStoreConfiguration {

    @Bean
    StoreIndex webhooksOfPartners() {
        return StoreIndex.by(WebhookDocument.class, "the webhooks of a partner", "origin", "_id");
    }

    @Bean
    StoreIndex webhooksByState() {
        return StoreIndex.by(WebhookDocument.class, "how many webhooks fail or are disabled", "state", "cause");
    }

    @Bean
    StoreIndex deliveriesInOrder() {
        return StoreIndex.by(
                DeliveryDocument.class, "the deliveries of a webhook in their order", "webhookId", "number");
    }

    @Bean
    StoreIndex deliveriesByTime() {
        return StoreIndex.by(DeliveryDocument.class, "deliveries that are kept no longer", "lastAt");
    }

    @Bean
    StoreIndex deliveriesOutOfTurn() {
        return StoreIndex.by(DeliveryDocument.class, "deliveries that were asked for", "webhookId", "status");
    }
}
