package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the contract that whatever takes the filters is to be had as CSV, too. */
@Configuration(proxyBeanMethods = false)
class TablesInTheContract {

    @Bean
    OperationCustomizer tablesAsCsv() {
        return (operation, method) -> {
            if (Arrays.asList(method.getMethod().getParameterTypes()).contains(Filters.class)) {
                Objects.requireNonNull(operation.getResponses().get("200"))
                        .getContent()
                        .addMediaType("text/csv", new MediaType().schema(new StringSchema()));
            }
            return operation;
        };
    }
}
