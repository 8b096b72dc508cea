package org.vigie.notice.content.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of contents. */
@Configuration(proxyBeanMethods = false)
class ContentStoreConfiguration {

    @Bean
    StoreIndex contentsUntold() {
        return StoreIndex.by(ContentDocument.class, "contents of which cases have something to hear", "untold");
    }
}
