package org.vigie.notice.batch.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.vigie.support.web.LargerBody;

/** How large a batch may be. */
@Configuration(proxyBeanMethods = false)
class BatchWebConfiguration {

    /** 1.3 KiB a line. */
    @Bean
    LargerBody bodiesOfBatches() {
        return new LargerBody(BatchController.PATH, DataSize.ofMegabytes(128));
    }
}
