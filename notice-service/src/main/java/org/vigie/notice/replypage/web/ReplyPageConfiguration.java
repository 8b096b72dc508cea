package org.vigie.notice.replypage.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts every request that needs no API token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplyPageSettings.class)
class ReplyPageConfiguration implements WebMvcConfigurer {

    private final VisitorLimits limits;

    ReplyPageConfiguration(VisitorLimits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CountVisitors(limits)).addPathPatterns("/replies/**", "/verify", "/v1/replies/**");
    }
}
