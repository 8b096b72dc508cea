package org.vigie.notice.oversight.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.notice.oversight.persistence.MongoStops.StopDocument;
import org.vigie.support.store.StoreIndex;

/** What the store of the kill switch is asked for. */
@Configuration(proxyBeanMethods = false)
class StopStore {

    @Bean
    StoreIndex stopsByVersion() {
        return new StoreIndex(
                StopDocument.class, new Index("version", Sort.Direction.DESC), "the latest, read at each hand-over");
    }
}
