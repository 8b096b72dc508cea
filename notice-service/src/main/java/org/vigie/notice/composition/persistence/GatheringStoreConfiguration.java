package org.vigie.notice.composition.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreIndex;

/** Indexes of gatherings. */
@Configuration(proxyBeanMethods = false)
class GatheringStoreConfiguration {

    @Bean
    StoreIndex dueGatherings() {
        return new StoreIndex(
                GatheringDocument.class, new Index("due", Sort.Direction.ASC), "the scan for due gatherings");
    }
}
