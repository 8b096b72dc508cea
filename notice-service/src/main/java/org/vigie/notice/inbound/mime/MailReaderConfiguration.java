package org.vigie.notice.inbound.mime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.inbound.MailReader;

/** The reader of mail. */
@Configuration(proxyBeanMethods = false)
class MailReaderConfiguration {

    @Bean
    MailReader mailReader() {
        return new MimeMailReader();
    }
}
