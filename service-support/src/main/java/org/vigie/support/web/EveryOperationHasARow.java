package org.vigie.support.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.support.access.Matrix;

/**
 * Stops the start of a service whose matrix has no line for an operation, or one for none. An operation for any method
 * has none: lines name one.
 */
final class EveryOperationHasARow {

    private final RequestMappingHandlerMapping operations;
    private final Matrix matrix;

    EveryOperationHasARow(RequestMappingHandlerMapping operations, Matrix matrix) {
        this.operations = operations;
        this.matrix = matrix;
    }

    void check() {
        var guarded = operations.getHandlerMethods().keySet().stream()
                .flatMap(EveryOperationHasARow::places)
                .filter(place -> GuardedPaths.asksForARole(place.path()))
                .collect(Collectors.toSet());
        var lines = matrix.rows().stream()
                .map(row -> new Place(row.method(), row.path().getPatternString()))
                // The actuator's are no methods of controllers.
                .filter(place -> !place.path().startsWith("/actuator/"))
                .collect(Collectors.toSet());
        if (!guarded.equals(lines)) {
            throw new IllegalStateException("roles: without a line: %s; lines without an operation: %s"
                    .formatted(without(guarded, lines), without(lines, guarded)));
        }
    }

    private static Set<Place> without(Set<Place> all, Set<Place> some) {
        return all.stream().filter(place -> !some.contains(place)).collect(Collectors.toSet());
    }

    private record Place(String method, String path) {}

    private static Stream<Place> places(RequestMappingInfo mapping) {
        var named = mapping.getMethodsCondition().getMethods();
        var methods = named.isEmpty() ? Stream.of("any method") : named.stream().map(RequestMethod::name);
        return methods.flatMap(method -> mapping.getPatternValues().stream().map(path -> new Place(method, path)));
    }
}
