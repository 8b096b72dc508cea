package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseStageTests {

    private static final Path SOURCE = Path.of("src/main/java/org/vigie/notice/removal/CaseStage.java");

    /** Each state's line names the states that its own moves lead to; {@code any} stands for the move of them all. */
    @Test
    void isDrawnAsItMoves() throws IOException {
        var moves = Arrays.stream(CaseStage.class.getPermittedSubclasses())
                .collect(Collectors.toMap(
                        Class::getSimpleName,
                        stage -> Arrays.stream(stage.getDeclaredMethods())
                                .map(Method::getReturnType)
                                .filter(CaseStage.class::isAssignableFrom)
                                .map(Class::getSimpleName)
                                .collect(Collectors.toSet()),
                        (one, _) -> one,
                        TreeMap::new));

        var drawn = drawn();
        assertThat(drawn.remove("any")).containsExactly("Retracted");
        assertThat(drawn).isEqualTo(moves);
    }

    private static Map<String, Set<String>> drawn() throws IOException {
        return Pattern.compile("^ \\* (\\w+) +─► (.*)$", Pattern.MULTILINE)
                .matcher(Files.readString(SOURCE))
                .results()
                .collect(Collectors.toMap(
                        line -> line.group(1),
                        line -> Arrays.stream(line.group(2)
                                        .replaceAll("\\(.*?\\)", "")
                                        .split("[,;]"))
                                .map(String::strip)
                                .collect(Collectors.toSet()),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
