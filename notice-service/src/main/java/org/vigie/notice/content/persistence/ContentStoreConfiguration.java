package org.vigie.notice.content.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreIndex;

/** Indexes of contents. */
@Configuration(proxyBeanMethods = false)
class ContentStoreConfiguration {

    @Bean
    StoreIndex contentsUntold() {
        return new StoreIndex(
                ContentDocument.class,
                new Index("untold", Sort.Direction.ASC),
                "contents of which cases have something to hear");
    }
}
