package org.vigie.support.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.vigie.support.settings.VigieSettings;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;

/** Filters, problems and JSON of the REST interfaces. */
@Configuration(proxyBeanMethods = false)
@Import({CommonProblems.class, ProblemsWithoutPath.class, ContractConfiguration.class})
public class WebConfiguration {

    /** A field that is not known is an error here: a mistyped one would be lost without a word. */
    @Bean
    JsonMapperBuilderCustomizer snakeCaseAndStrict() {
        return json -> json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    @Bean
    OpenRequests openRequests() {
        return new OpenRequests();
    }

    @Bean
    FilterRegistrationBean<OpenRequests> openRequestsFirst(OpenRequests openRequests) {
        return ordered(openRequests, 0);
    }

    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilter(VigieSettings settings) {
        return ordered(new TokenFilter(ApiToken.of(settings)), 1);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(WebProperties properties) {
        return ordered(new BodyLimitFilter(properties.bodyLimit()), 2);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
