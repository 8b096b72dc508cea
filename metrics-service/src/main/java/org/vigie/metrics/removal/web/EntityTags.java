package org.vigie.metrics.removal.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** An ETag for every answer, so that who asks again for the same numbers is told so in a line. */
@Configuration(proxyBeanMethods = false)
class EntityTags {

    private static final int AFTER_THE_TOKEN = 3;

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagsOfIndicators() {
        var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns("/v1/indicators/*", "/v1/publications/*");
        registration.setOrder(AFTER_THE_TOKEN);
        return registration;
    }
}
