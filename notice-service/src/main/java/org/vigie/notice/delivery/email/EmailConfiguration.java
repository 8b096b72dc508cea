package org.vigie.notice.delivery.email;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.delivery.Channel;

/** Mail as the channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpSettings.class)
class EmailConfiguration {

    // A breaker and a bulkhead for the relay go around this bean; trying again is the notice's own state machine.
    @Bean
    Channel emailChannel(SmtpSettings settings) {
        return new SmtpChannel(settings.relay(), settings);
    }
}
