package org.vigie.notice.iccam;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;

/** The table of docs/iccam.md says what the code makes of ICCAM's numbers, and leaves none out. */
class MappingTests {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\|");

    private record Row(String list, int number, String word, String here) {}

    private final List<Row> rows;

    MappingTests() throws IOException {
        rows = ROW.matcher(Files.readString(Path.of("../docs/iccam.md")))
                .results()
                .map(row -> new Row(row.group(1), Integer.parseInt(row.group(2)), row.group(3), row.group(4)))
                .toList();
    }

    @Test
    void saysWhatAClassificationIsHere() {
        assertThat(list("classification")).hasSameSizeAs(Classified.values()).allSatisfy(row -> {
            var classified = Classified.of(row.number()).orElseThrow();
            assertThat(row.here())
                    .startsWith("`%s`, scheme `iccam`, label `%s`"
                            .formatted(classified.verification(), classified.label()));
        });
    }

    @Test
    void saysWhatAnAgeIsHere() {
        assertThat(list("age"))
                .hasSameSizeAs(AgeGroup.values())
                .allSatisfy(row -> assertThat(row.here())
                        .startsWith("`%s`"
                                .formatted(
                                        AgeGroup.of(row.number()).orElseThrow().maturation())));
    }

    @Test
    void hasEveryAction() {
        assertThat(list("action"))
                .extracting(Row::number, Row::word)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ActionType.values())
                        .map(one -> tuple(one.number(), one.word()))
                        .toList());
    }

    @Test
    void saysWhichReasonsAreGivenForWhat() {
        assertThat(list("reason")).hasSameSizeAs(ActionReason.values()).allSatisfy(row -> {
            var reason = Arrays.stream(ActionReason.values())
                    .filter(one -> one.number() == row.number())
                    .findFirst()
                    .orElseThrow();
            assertThat(row.word()).isEqualTo(reason.word());
            var classes = Arrays.stream(RemovalClass.values())
                    .filter(one -> ActionReason.of(one) == reason)
                    .map(one -> "`%s`".formatted(one))
                    .collect(joining(", "));
            assertThat(row.here()).satisfies(here -> {
                if (classes.isEmpty()) {
                    assertThat(here).startsWith("a person's");
                } else {
                    assertThat(here).isEqualTo(classes);
                }
            });
        });
    }

    @Test
    void aNumberThatIsInNoTableReadsAsAbsent() {
        assertThat(Stream.of(Classified.of(3), AgeGroup.of(5), ActionType.of(5)))
                .allSatisfy(read -> assertThat(read).isEmpty());
    }

    private List<Row> list(String name) {
        return rows.stream().filter(row -> row.list().equals(name)).toList();
    }
}
