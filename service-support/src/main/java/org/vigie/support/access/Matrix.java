package org.vigie.support.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which roles may do what: a line for each operation of a service, {@code roles/<service>.txt}, and for what all
 * services have, {@code roles/common.txt}. What decides about a request, the contract and docs/roles.md are read from
 * it.
 */
public final class Matrix {

    /** One line: who may do this. */
    public record Row(String method, PathPattern path, Set<CallerRole> roles) {

        /** Whether somebody has a role for it. */
        public boolean allows(Authentication who) {
            return who.getAuthorities().stream().anyMatch(roles::contains);
        }

        /** Whether partners may do it, too. */
        public boolean isForPartners() {
            return roles.stream().anyMatch(CallerRole::isOfPartners);
        }

        boolean isFor(String asked, PathContainer at) {
            return method.equals(asked.equals("HEAD") ? "GET" : asked) && path.matches(at);
        }
    }

    private final List<Row> rows;

    private Matrix(List<Row> rows) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing(Row::path, PathPattern.SPECIFICITY_COMPARATOR))
                .toList();
    }

    /**
     * That of a service, by its name, or by one with more behind it: the checker of a further vantage is called
     * {@code availability-checker-NAME}.
     *
     * @throws IllegalStateException if a line cannot be read
     */
    public static Matrix of(String service) {
        return new Matrix(
                Stream.of("common", withALine(service)).flatMap(Matrix::read).toList());
    }

    private static String withALine(String service) {
        var name = service;
        while (Matrix.class.getResource(file(name)) == null && name.contains("-")) {
            name = name.substring(0, name.lastIndexOf('-'));
        }
        return name;
    }

    private static String file(String service) {
        return "/roles/" + service + ".txt";
    }

    /** The line for a request, absent if no operation is there. */
    public Optional<Row> row(String method, PathContainer path) {
        return rows.stream().filter(row -> row.isFor(method, path)).findFirst();
    }

    /** The line for an operation of the contract, whose path is a template; absent if it has none. */
    public Optional<Row> row(String method, String template) {
        return rows.stream()
                .filter(row -> row.method().equals(method)
                        && row.path().getPatternString().equals(template))
                .findFirst();
    }

    /** All of them. */
    public List<Row> rows() {
        return rows;
    }

    private static Stream<Row> read(String name) {
        try (var file = Matrix.class.getResourceAsStream(file(name))) {
            return lines(file)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Matrix::row)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(@Nullable InputStream file) throws IOException {
        return file == null ? Stream.empty() : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    }

    private static Row row(String line) {
        var words = line.strip().split(" +", -1);
        var roles = EnumSet.noneOf(CallerRole.class);
        Arrays.stream(words)
                .skip(2)
                .map(word -> CallerRole.of(word).orElseThrow(() -> new IllegalStateException("no such role: " + word)))
                .forEach(roles::add);
        return new Row(words[0], PathPatternParser.defaultInstance.parse(words[1]), Set.copyOf(roles));
    }
}
