package org.vigie.notice.reply.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreIndex;

/** Indexes of answers. */
@Configuration(proxyBeanMethods = false)
class ReplyStoreConfiguration {

    @Bean
    StoreIndex repliesToNotices() {
        return new StoreIndex(
                ReplyDocument.class,
                new Index("noticeId", Sort.Direction.ASC).on("receivedAt", Sort.Direction.ASC),
                "the answers to a notice");
    }
}
