package org.vigie.notice.inbound.imap;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.inbound.TakeIn;

/** The mailbox, if one is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImapSettings.class)
class ImapConfiguration {

    @Bean
    FetchMail fetchMail(ImapSettings settings, TakeIn takeIn) {
        return new FetchMail(settings, new ImapMailbox(settings, takeIn::take));
    }
}
