package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about security answer each attack and each requirement once, and name only tests that there are. */
class SecurityPageTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Tests)(?:\\.(\\w+))?`");
    private static final Pattern ATTACK = Pattern.compile("(?m)^\\| (S\\d+) \\| [^|]+ \\| [^|]+ \\|$");
    private static final int ATTACKS = 28;
    private static final Pattern REQUIREMENT =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| [^|]+ \\| [^|]+ \\|$");

    @Test
    void answersEachAttack() throws IOException {
        assertThat(ATTACK.matcher(page("docs/security.md")).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ATTACKS)
                        .mapToObj(number -> "S" + number)
                        .toList());
    }

    /** The numbers of version 5.0.0, as OWASP publishes them (github.com/OWASP/ASVS, 5.0). */
    @Test
    void answersEachRequirement() throws IOException {
        var asked = Files.readAllLines(ROOT.resolve("standalone/src/test/resources/asvs-5.0.0-levels-1-and-2.txt"));

        assertThat(asked).hasSize(253);
        assertThat(REQUIREMENT.matcher(page("docs/asvs.md")).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/security.md", "docs/asvs.md"})
    void namesTestsThatThereAre(String page) throws IOException {
        var sources = sources();
        var named = NAMED.matcher(page(page)).results().toList();

        assertThat(named).isNotEmpty();
        for (var one : named) {
            var test = one.group(2) == null ? "class " + one.group(1) : "void " + one.group(2) + "(";
            assertThat(sources.getOrDefault(one.group(1) + ".java", List.of()))
                    .as(one.group())
                    .anyMatch(source -> source.contains(test));
        }
    }

    private static String page(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    private static Map<String, List<String>> sources() throws IOException {
        try (var files = Files.find(
                ROOT,
                20,
                (file, _) -> file.toString().endsWith("Tests.java")
                        && !file.toString().contains("/target/"))) {
            var texts = new ArrayList<Map.Entry<String, String>>();
            for (var file : files.toList()) {
                texts.add(Map.entry(file.getFileName().toString(), Files.readString(file)));
            }
            return texts.stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        }
    }
}
