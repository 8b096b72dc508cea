package org.vigie.standalone.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of meters: those that services expose, those that dashboards and alerts ask for, those that are documented.
 */
final class MeterNames {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("\\b(?:vigie|resilience4j|kafka|jvm|http|process)_[a-z0-9_]+");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s*(?:\"expr\"|expr): (.*)$");
    private static final Pattern EXPOSED = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ]");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(vigie_[a-z0-9_]+)`");

    private MeterNames() {}

    /** In what Prometheus was answered. */
    static Set<String> exposed(String scraped) {
        return EXPOSED.matcher(scraped)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In every query of a dashboard or an alert rule. */
    static Set<String> askedFor() throws IOException {
        var names = new TreeSet<String>();
        for (var file : files()) {
            EXPRESSION
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(expression ->
                            NAME.matcher(expression.group(1)).results().forEach(name -> names.add(name.group())));
        }
        return names;
    }

    /** In the tables of docs/operations.md. */
    static Set<String> documented() throws IOException {
        return DOCUMENTED
                .matcher(Files.readString(ROOT.resolve("docs/operations.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files() throws IOException {
        try (var dashboards = Files.list(ROOT.resolve("deploy/grafana/dashboards"));
                var rules = Files.list(ROOT.resolve("deploy/prometheus"))) {
            return Stream.concat(dashboards, rules.filter(file -> file.endsWith("alerts.yml")))
                    .toList();
        }
    }
}
