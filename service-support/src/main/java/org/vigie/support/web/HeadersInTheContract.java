package org.vigie.support.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.vigie.support.access.Matrix;
import org.vigie.support.access.Matrix.Row;

/** Says which answers have the headers that {@link AnswerHeaders}, {@link PartnerLimits} and refusals set. */
final class HeadersInTheContract implements GlobalOpenApiCustomizer {

    private static final Set<String> LATER = Set.of("429", "503");
    private static final Set<String> UNKNOWN_CALLER = Set.of("401", "403");

    private final Matrix matrix;
    private final ContractWords words;

    HeadersInTheContract(Matrix matrix, ContractWords words) {
        this.matrix = matrix;
        this.words = words;
    }

    @Override
    public void customise(OpenAPI api) {
        var used = new LinkedHashMap<String, Header>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    var counted = matrix.row(method.name(), path)
                            .filter(Row::isForPartners)
                            .isPresent();
                    operation.getResponses().forEach((status, response) -> {
                        if (path.startsWith("/v1/")) {
                            add(response, AnswerHeaders.REQUEST_ID, used);
                        }
                        if (counted) {
                            add(response, PartnerLimits.POLICY, used);
                            add(response, PartnerLimits.LEFT, used);
                        }
                        if (LATER.contains(status)) {
                            add(response, HttpHeaders.RETRY_AFTER, used);
                        }
                        if (ProblemsInTheContract.isProblem(response)) {
                            add(response, HttpHeaders.LINK, used);
                        }
                        if (UNKNOWN_CALLER.contains(status) && GuardedPaths.asksForARole(path)) {
                            add(response, HttpHeaders.WWW_AUTHENTICATE, used);
                        }
                    });
                }));
        used.forEach(api.getComponents()::addHeaders);
    }

    private void add(ApiResponse response, String name, Map<String, Header> used) {
        used.computeIfAbsent(name, this::described);
        response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }

    private Header described(String name) {
        var schema = new JsonSchema().types(Set.of("string"));
        schema.setPattern(words.of("header." + name + ".pattern"));
        schema.setExample(words.of("header." + name + ".example"));
        return new Header().description(words.of("header." + name)).schema(schema);
    }
}
