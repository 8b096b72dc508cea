package org.vigie.support.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
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
    ContractWords contractWords(Environment environment) {
        return new ContractWords(environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    OpenAPI contract(Environment environment, ContractWords words) {
        return new OpenAPI()
                .info(new Info()
                        .title(environment.getRequiredProperty("spring.application.name"))
                        .description(words.of("service"))
                        .contact(new Contact().name(words.of("service.contact")))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .version("v1"))
                .servers(List.of(server(words)))
                .components(new Components());
    }

    /** Meant for others, not only for this house: the extension is what linters look for. */
    private static Server server(ContractWords words) {
        var server = new Server().url("/").description(words.of("service.server"));
        server.addExtension("x-internal", false);
        return server;
    }

    @Bean
    ModelConverter recordsInTheContract() {
        return new RecordsInTheContract();
    }

    @Bean
    HeaderArguments headerArgumentsInTheContract() {
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

    /** Each builds on what stands before it, and all of them on what others put in the place of what is there. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    GlobalOpenApiCustomizer wholeContract(Matrix matrix, ContractWords words) {
        var steps = List.of(
                new ProblemsInTheContract(matrix),
                new RolesInTheContract(matrix),
                new RequestsInTheContract(),
                new TagsInTheContract(words),
                new HeadersInTheContract(matrix, words),
                new WordsInTheContract(words));
        return api -> steps.forEach(step -> step.customise(api));
    }
}
