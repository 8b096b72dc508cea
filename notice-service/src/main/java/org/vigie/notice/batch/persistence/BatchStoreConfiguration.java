package org.vigie.notice.batch.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.store.StoreIndex;

/** Indexes of batches. */
@Configuration(proxyBeanMethods = false)
class BatchStoreConfiguration {

    @Bean
    StoreIndex dueBatches() {
        return StoreIndex.by(BatchDocument.class, "the batches to work on", "due");
    }

    @Bean
    StoreIndex batchesOfOrigins() {
        return StoreIndex.by(BatchDocument.class, "how many batches of a partner are not done", "origin", "due");
    }

    @Bean
    StoreIndex batchesByUpload() {
        return StoreIndex.by(BatchDocument.class, "whether parts belong to a batch", "upload");
    }

    @Bean
    StoreIndex partsOfUploads() {
        return StoreIndex.by(PartDocument.class, "the lines of a batch in their order", "upload", "lastLine");
    }

    @Bean
    StoreIndex waitingParts() {
        return StoreIndex.by(PartDocument.class, "parts of uploads that never ended", "waiting", "at");
    }
}
