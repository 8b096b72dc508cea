package org.vigie.metrics.provider.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.copies.Copies;
import org.vigie.support.copies.MongoCopies;

/** The collection of provider copies. */
@Configuration(proxyBeanMethods = false)
class ProviderStore {

    @Bean
    Copies<ProviderSnapshot> providerCopies(MongoOperations mongo) {
        return new MongoCopies<>(mongo, "copies_providers", ProviderSnapshot.class);
    }
}
