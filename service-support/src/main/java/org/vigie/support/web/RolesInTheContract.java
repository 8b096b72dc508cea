package org.vigie.support.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.vigie.support.access.CallerRole;
import org.vigie.support.access.Matrix;

/** Says of each operation which roles may do it, any one of them: a requirement each. None is for everybody. */
final class RolesInTheContract implements GlobalOpenApiCustomizer {

    private static final String TOKEN = "token";

    private final Matrix matrix;

    RolesInTheContract(Matrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "An access token of the issuer that the installation trusts, checked as RFC8725 asks"
                                                + " (algorithm, issuer, audience, expiry), or at notice-service a partner's API key. The roles of an operation are those of which the token must name one."));
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operation.setSecurity(requirements(method, path))));
    }

    private List<SecurityRequirement> requirements(PathItem.HttpMethod method, String path) {
        return matrix.row(method.name(), path).stream()
                .flatMap(row -> row.roles().stream())
                .sorted(Comparator.naturalOrder())
                .map(CallerRole::word)
                .map(role -> new SecurityRequirement().addList(TOKEN, role))
                .toList();
    }
}
