package org.vigie.notice.inbound.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreIndex;

/** Indexes of messages. */
@Configuration(proxyBeanMethods = false)
class MessageStoreConfiguration {

    @Bean
    StoreIndex messagesToNotices() {
        return new StoreIndex(
                MessageDocument.class,
                new Index("noticeId", Sort.Direction.ASC).on("receivedAt", Sort.Direction.ASC),
                "what came back to a notice");
    }

    @Bean
    StoreIndex messagesInTheirOrder() {
        return new StoreIndex(
                MessageDocument.class,
                new Index("receivedAt", Sort.Direction.ASC).on("_id", Sort.Direction.ASC),
                "all mail, page by page");
    }

    @Bean
    StoreIndex messagesThatWait() {
        return new StoreIndex(
                MessageDocument.class,
                new Index("waits", Sort.Direction.ASC)
                        .on("receivedAt", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC),
                "mail that waits for a person");
    }

    @Bean
    StoreIndex messagesByWhatTheyAre() {
        return new StoreIndex(
                MessageDocument.class,
                new Index("is", Sort.Direction.ASC)
                        .on("receivedAt", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC),
                "mail by what it is");
    }
}
