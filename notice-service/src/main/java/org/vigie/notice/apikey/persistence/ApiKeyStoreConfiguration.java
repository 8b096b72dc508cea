package org.vigie.notice.apikey.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreIndex;

/** Indexes of keys. */
@Configuration(proxyBeanMethods = false)
class ApiKeyStoreConfiguration {

    @Bean
    StoreIndex apiKeysByHash() {
        return new StoreIndex(
                ApiKeyDocument.class, new Index("hash", Sort.Direction.ASC).unique(), "whose key a request comes with");
    }

    @Bean
    StoreIndex apiKeysOfPartners() {
        return StoreIndex.by(ApiKeyDocument.class, "the keys of a partner", "partner", "_id");
    }
}
