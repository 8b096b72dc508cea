package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.support.access.Matrix;

/** Every page and form of the desk that the matrix has. */
final class DeskRoutes {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private DeskRoutes() {}

    /**
     * Where each stands, once for each that it may be about.
     *
     * @param ids by the variable of the route; one that is not there has been added since, and fails
     */
    static Stream<String> pages(Map<String, ? extends Collection<UUID>> ids) {
        return paths("GET").flatMap(path -> filled(path, ids));
    }

    /** Where each form is sent, with "…" for what it is about. */
    static Stream<String> forms() {
        return paths("POST").map(path -> VARIABLE.matcher(path).replaceAll("…"));
    }

    private static Stream<String> paths(String method) {
        return Matrix.of("notice-service").rows().stream()
                .filter(row -> row.method().equals(method))
                .map(row -> row.path().getPatternString())
                .filter(path -> path.startsWith("/desk"));
    }

    private static Stream<String> filled(String path, Map<String, ? extends Collection<UUID>> ids) {
        var variable = VARIABLE.matcher(path);
        if (!variable.find()) {
            return Stream.of(path);
        }
        assertThat(ids).as(path).containsKey(variable.group(1));
        return Objects.requireNonNull(ids.get(variable.group(1))).stream()
                .map(id -> variable.replaceFirst(id.toString()));
    }
}
