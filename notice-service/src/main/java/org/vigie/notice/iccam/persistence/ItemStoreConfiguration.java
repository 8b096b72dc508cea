package org.vigie.notice.iccam.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of items. */
@Configuration(proxyBeanMethods = false)
class ItemStoreConfiguration {

    @Bean
    StoreIndex itemsDue() {
        return StoreIndex.by(ItemDocument.class, "items that are to be looked at", "due");
    }
}
