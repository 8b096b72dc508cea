package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.models.responses.ApiResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * An ETag for every answer, so that who asks again for the same numbers is told so in a line. They name no URL: who has
 * the token may keep them, and asks whether they still hold.
 */
@Configuration(proxyBeanMethods = false)
class EntityTags {

    private static final String INDICATORS = "/v1/indicators";
    private static final String PUBLICATIONS = "/v1/publications";
    private static final int AFTER_THE_TOKEN = 3;

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagsOfIndicators() {
        var registration = new FilterRegistrationBean<ShallowEtagHeaderFilter>(new MayBeKept());
        registration.addUrlPatterns(INDICATORS + "/*", PUBLICATIONS + "/*");
        registration.setOrder(AFTER_THE_TOKEN);
        return registration;
    }

    @Bean
    OpenApiCustomizer entityTagsInTheContract() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (item.getGet() != null && (path.startsWith(INDICATORS) || path.startsWith(PUBLICATIONS))) {
                item.getGet()
                        .getResponses()
                        .addApiResponse("304", new ApiResponse().description("As If-None-Match says"));
            }
        });
    }

    private static final class MayBeKept extends ShallowEtagHeaderFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            super.doFilterInternal(request, response, chain);
        }
    }
}
