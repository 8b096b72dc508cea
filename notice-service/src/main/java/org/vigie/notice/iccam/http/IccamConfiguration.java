package org.vigie.notice.iccam.http;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.iccam.IccamRules;

/** ICCAM, if its URL is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IccamSettings.class)
class IccamConfiguration {

    @Bean
    IccamRules iccamRules(IccamSettings settings) {
        return new IccamRules(settings.url() != null, settings.country(), settings.from(), settings.every());
    }
}
