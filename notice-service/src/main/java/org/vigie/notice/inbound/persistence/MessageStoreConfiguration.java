package org.vigie.notice.inbound.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of messages. */
@Configuration(proxyBeanMethods = false)
class MessageStoreConfiguration {

    @Bean
    StoreIndex messagesToNotices() {
        return StoreIndex.by(MessageDocument.class, "what came back to a notice", "noticeId", "receivedAt");
    }

    @Bean
    StoreIndex messagesInTheirOrder() {
        return StoreIndex.by(MessageDocument.class, "all mail, page by page", "receivedAt", "_id");
    }

    @Bean
    StoreIndex messagesThatWait() {
        return StoreIndex.by(MessageDocument.class, "mail that waits for a person", "waits", "receivedAt", "_id");
    }

    @Bean
    StoreIndex messagesByWhatTheyAre() {
        return StoreIndex.by(MessageDocument.class, "mail by what it is", "is", "receivedAt", "_id");
    }
}
