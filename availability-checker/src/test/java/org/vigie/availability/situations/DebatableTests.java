package org.vigie.availability.situations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each situation on which people may differ is decided in the documentation, and kept rows expect what it says. */
class DebatableTests {

    private static final Path DECISIONS = Path.of("../docs/availability-decisions.md");
    private static final Path SITUATIONS =
            Path.of(System.getProperty("vectors", "../shared/vectors"), "checks", "situations.md");

    @Test
    void everyOneIsDecided() throws IOException {
        assumeTrue(Files.exists(SITUATIONS), "SKIPPED: the trials' table is missing; set -Dvectors");
        var debatable = Files.readAllLines(SITUATIONS).stream()
                .filter(line -> line.contains("| DEBATABLE |"))
                .map(line -> line.split("\\|", -1)[1].strip())
                .toList();

        assertThat(debatable).isNotEmpty();
        assertThat(decisions().keySet()).containsAll(debatable);
    }

    @Test
    void rowsExpectWhatIsDecided() throws IOException {
        var decisions = decisions();
        var rows = Servers.NAMES.stream()
                .flatMap(server -> Situation.of(server).stream())
                .filter(row -> decisions.containsKey(row.id()))
                .toList();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.end().name()).as(row.id()).isEqualTo(decisions.get(row.id())));
    }

    /** How each ends, by id. */
    private static Map<String, String> decisions() throws IOException {
        return Files.readAllLines(DECISIONS).stream()
                .map(line -> line.split(" ?\\| ?"))
                .filter(cells -> cells.length == 6)
                .flatMap(cells -> Arrays.stream(cells[1].split(", ")).map(id -> Map.entry(id, cells[2])))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
