package org.vigie.notice.reply.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of answers. */
@Configuration(proxyBeanMethods = false)
class ReplyStoreConfiguration {

    @Bean
    StoreIndex repliesToNotices() {
        return StoreIndex.by(ReplyDocument.class, "the answers to a notice", "noticeId", "receivedAt");
    }
}
