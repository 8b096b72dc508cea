package org.vigie.notice.escalation.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.copies.Copies;
import org.vigie.support.copies.MongoCopies;
import org.vigie.support.copies.RecentCopies;

/** The copies of chains and providers that cases are advanced by. */
@Configuration(proxyBeanMethods = false)
class CopiesConfiguration {

    @Bean
    Copies<ChainSnapshot> chainCopies(MongoOperations mongo) {
        return new MongoCopies<>(mongo, "copies_chains", ChainSnapshot.class);
    }

    @Bean
    Copies<ProviderSnapshot> providerCopies(MongoOperations mongo) {
        return new RecentCopies<>(
                new MongoCopies<>(mongo, "copies_providers", ProviderSnapshot.class), ProviderSnapshot::version);
    }
}
