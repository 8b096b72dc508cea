package org.vigie.support.web;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the contract of a REST interface says beside what its methods say. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    private static final String PROBLEM = "application/problem+json";

    /** Any operation may answer with a problem: docs/problems.md says with which. */
    @Bean
    OpenApiCustomizer problemsInTheContract() {
        var content = new Content().addMediaType(PROBLEM, new MediaType().schema(new ObjectSchema()));
        var problem = new ApiResponse().description("A problem (RFC 9457)").content(content);
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> operation.getResponses().addApiResponse(ApiResponses.DEFAULT, problem));
    }
}
