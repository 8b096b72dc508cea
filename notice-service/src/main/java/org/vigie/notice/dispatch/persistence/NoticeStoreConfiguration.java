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
        return new StoreIndex(NoticeDocument.class, new Index("due", Sort.Direction.ASC), "the scan for due notices");
    }

    @Bean
    StoreIndex noticeReferencesIndex() {
        return new StoreIndex(
                NoticeDocument.class, new Index("reference", Sort.Direction.ASC), "search by a notice's reference");
    }

    @Bean
    StoreIndex noticesByToken() {
        return new StoreIndex(
                NoticeDocument.class, new Index("token", Sort.Direction.ASC), "search by the address of an answer");
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
        return new StoreIndex(
                NoticeDocument.class, new Index("items.caseId", Sort.Direction.ASC), "notices naming a stopped case");
    }

    @Bean
    StoreIndex noticesByState() {
        return new StoreIndex(
                NoticeDocument.class, new Index("state.name", Sort.Direction.ASC), "how many are in each state");
    }

    @Bean
    StoreIndex noticesByKind() {
        return new StoreIndex(NoticeDocument.class, new Index("kind", Sort.Direction.ASC), "how many are of each kind");
    }
}
