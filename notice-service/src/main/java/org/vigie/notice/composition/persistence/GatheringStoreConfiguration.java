package org.vigie.notice.composition.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of gatherings. */
@Configuration(proxyBeanMethods = false)
class GatheringStoreConfiguration {

    @Bean
    StoreIndex dueGatherings() {
        return StoreIndex.by(GatheringDocument.class, "the scan for due gatherings", "due");
    }
}
