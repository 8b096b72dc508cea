package org.vigie.support.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.vigie.support.access.Matrix;

/** What the contract of a REST interface says beside what its methods say. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    OpenAPI contract(Environment environment) {
        return new OpenAPI()
                .info(new Info()
                        .title(environment.getRequiredProperty("spring.application.name"))
                        .description(environment.getProperty("vigie.contract.description", ""))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .version("v1"))
                .servers(List.of(new Server().url("/").description("This service, wherever it runs.")))
                .components(new Components());
    }

    @Bean
    ModelConverter recordsInTheContract() {
        return new RecordsInTheContract();
    }

    @Bean
    HeaderArguments headersInTheContract() {
        return new HeaderArguments();
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

    /** After all others: they may put other schemas in the place of what is there. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    GlobalOpenApiCustomizer wordsInTheContract(Environment environment) {
        return new WordsInTheContract(environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    GlobalOpenApiCustomizer problemsInTheContract(Matrix matrix) {
        return new ProblemsInTheContract(matrix);
    }

    @Bean
    GlobalOpenApiCustomizer rolesInTheContract(Matrix matrix) {
        return new RolesInTheContract(matrix);
    }

    @Bean
    GlobalOpenApiCustomizer requestsInTheContract() {
        return new RequestsInTheContract();
    }
}
