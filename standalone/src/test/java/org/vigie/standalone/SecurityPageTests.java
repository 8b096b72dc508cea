package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** docs/security.md has a line for each attack, and names only tests that there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityPageTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Tests)(?:\\.(\\w+))?`");
    private static final Pattern ATTACK = Pattern.compile("(?m)^\\| (S\\d+) \\| [^|]+ \\| [^|]+ \\|$");
    private static final int ATTACKS = 28;

    private String page = "";

    @BeforeAll
    void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/security.md"));
    }

    @Test
    void answersEachAttack() {
        assertThat(ATTACK.matcher(page).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ATTACKS)
                        .mapToObj(number -> "S" + number)
                        .toList());
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        var named = NAMED.matcher(page).results().toList();

        assertThat(named).isNotEmpty();
        for (var one : named) {
            assertThat(isThere(one)).as(one.group()).isTrue();
        }
    }

    private static boolean isThere(MatchResult named) throws IOException {
        var method = named.group(2) == null ? "class " + named.group(1) : "void " + named.group(2) + "(";
        try (var files = Files.find(
                ROOT,
                20,
                (file, _) -> file.endsWith(named.group(1) + ".java")
                        && !file.toString().contains("/target/"))) {
            for (var file : files.toList()) {
                if (Files.readString(file).contains(method)) {
                    return true;
                }
            }
            return false;
        }
    }
}
