package org.vigie.notice.dispatch.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreIndex;

/** Indexes of notices. */
@Configuration(proxyBeanMethods = false)
class NoticeStoreConfiguration {

    @Bean
    StoreIndex dueNotices() {
        return StoreIndex.by(NoticeDocument.class, "the scan for due notices", "due");
    }

    @Bean
    StoreIndex noticeReferencesIndex() {
        return StoreIndex.by(NoticeDocument.class, "search by a notice's reference", "reference");
    }

    @Bean
    StoreIndex noticesByToken() {
        return StoreIndex.by(NoticeDocument.class, "search by the address of an answer", "token");
    }

    @Bean
    StoreIndex noticesToContacts() {
        return new StoreIndex(
                NoticeDocument.class,
                new Index("contactId", Sort.Direction.ASC).on("createdAt", Sort.Direction.DESC),
                "what was written to a contact");
    }

    @Bean
    StoreIndex noticesOfCases() {
        return StoreIndex.by(NoticeDocument.class, "notices naming a stopped case", "items.caseId");
    }

    @Bean
    StoreIndex noticesByState() {
        return StoreIndex.by(NoticeDocument.class, "how many are in each state", "state.name");
    }

    @Bean
    StoreIndex noticesByKind() {
        return StoreIndex.by(NoticeDocument.class, "how many are of each kind", "kind");
    }
}
