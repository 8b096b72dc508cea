package org.vigie.standalone.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the operator filled in, held against what compose.yaml demands and env.example shows, which lie beside it. */
final class Values {

    private static final String AREA = "values";
    private static final Pattern DEMANDED = Pattern.compile("\\$\\{(\\w+):\\?([^}]*)}");
    private static final Predicate<String> SECRET =
            Pattern.compile("VIGIE_KAFKA_\\w+").asMatchPredicate();
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9]*");
    private static final int SHORTEST_SECRET = 20;

    private final Map<String, String> given;
    private final Map<String, String> example;
    private final Map<String, String> demanded;

    private Values(Map<String, String> given, Map<String, String> example, Map<String, String> demanded) {
        this.given = given;
        this.example = example;
        this.demanded = demanded;
    }

    static Values read(Path file) throws IOException {
        var demanded = new LinkedHashMap<String, String>();
        DEMANDED.matcher(Files.readString(file.resolveSibling("compose.yaml")))
                .results()
                .forEach(found -> demanded.putIfAbsent(found.group(1), found.group(2)));
        return new Values(pairs(file), pairs(file.resolveSibling("env.example")), demanded);
    }

    /** The value; blank if there is none. */
    String get(String name) {
        return given.getOrDefault(name, "");
    }

    List<Finding> check() {
        var missing = new ArrayList<Finding>();
        demanded.forEach((name, meaning) -> {
            if (get(name).isBlank()) {
                missing.add(Finding.missing(AREA, "%s: %s".formatted(name, meaning)));
            } else if (!name.equals("VIGIE_KEYS") && get(name).equals(example.get(name))) {
                missing.add(Finding.missing(AREA, name + " is still that of env.example"));
            }
        });
        missing.addAll(weakSecrets());
        missing.addAll(filesNotThere());
        return missing.isEmpty()
                ? List.of(Finding.fine(AREA, "%d that compose.yaml demands".formatted(demanded.size())))
                : missing;
    }

    private List<Finding> weakSecrets() {
        var weak = new ArrayList<Finding>();
        var seen = new HashSet<String>();
        given.forEach((name, value) -> {
            if (!SECRET.test(name) || value.isBlank()) {
                return;
            }
            if (value.length() < SHORTEST_SECRET
                    || !LETTERS_AND_DIGITS.matcher(value).matches()) {
                weak.add(Finding.missing(AREA, "%s: %d or more letters and digits".formatted(name, SHORTEST_SECRET)));
            } else if (!seen.add(value)) {
                weak.add(Finding.missing(AREA, name + " is the same as another's"));
            }
        });
        return weak;
    }

    /** Docker would make a directory of that name. */
    private List<Finding> filesNotThere() {
        return given.entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith("FILE") && !each.getValue().isBlank())
                .filter(each -> !Files.isRegularFile(Path.of(each.getValue())))
                .map(each -> Finding.missing(AREA, each.getKey() + " names no file"))
                .toList();
    }

    private static Map<String, String> pairs(Path file) throws IOException {
        var pairs = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                pairs.put(
                        line.substring(0, equals).strip(),
                        unquoted(line.substring(equals + 1).strip()));
            }
        }
        return pairs;
    }

    private static String unquoted(String value) {
        return value.length() > 1
                        && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                        && value.charAt(value.length() - 1) == value.charAt(0)
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
