package org.vigie.support.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the contract of a REST interface says beside what its methods say. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    OpenAPI contract(Environment environment) {
        var token = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info()
                        .title(environment.getRequiredProperty("spring.application.name"))
                        .version("v1"))
                .components(new Components().addSecuritySchemes(ProblemsInTheContract.TOKEN, token));
    }

    @Bean
    ModelConverter recordsInTheContract() {
        return new RecordsInTheContract();
    }

    @Bean
    GlobalOperationCustomizer refusalsInTheContract() {
        return (operation, method) -> {
            Stream.of(method.getBeanType().getAnnotation(Refuses.class), method.getMethodAnnotation(Refuses.class))
                    .filter(Objects::nonNull)
                    .flatMap(refuses -> Arrays.stream(refuses.value()))
                    .map(refusal -> refusal.split(" ", 2))
                    .forEach(refusal -> operation
                            .getResponses()
                            .addApiResponse(refusal[0], new ApiResponse().description(refusal[1])));
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer problemsInTheContract() {
        return new ProblemsInTheContract();
    }

    @Bean
    GlobalOpenApiCustomizer requestsInTheContract() {
        return new RequestsInTheContract();
    }
}
