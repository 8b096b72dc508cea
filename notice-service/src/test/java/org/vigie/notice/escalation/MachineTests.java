package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.support.Refusal;

/**
 * Every transition and overlay of the domain's section 2: an event makes it happen, delivered twice it happens once,
 * and from a wrong state it does not happen. Records come through the service's listeners, what people do through its
 * use cases; a record delivered twice is the very same one, and the second time nothing is stored.
 */
class MachineTests {

    private static final Pattern TABLE_ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| .*\\|");

    /**
     * One row.
     *
     * @param name as in the domain's table
     * @param starts a case in every state that it may leave
     * @param event makes it happen
     * @param arrived whether it has happened
     * @param wrong cases from which the same event does not make it happen
     */
    record Row(
            String name,
            List<Supplier<EventfulCase>> starts,
            Consumer<EventfulCase> event,
            Predicate<RemovalCase> arrived,
            List<Supplier<EventfulCase>> wrong) {}

    @TestFactory
    Stream<DynamicContainer> everyRowHappensTwiceIsOnceAndIsRefusedFromAWrongState() {
        return MachineRows.all()
                .map(row -> dynamicContainer(
                        row.name(),
                        Stream.of(
                                dynamicTest("happens", () -> happens(row)),
                                dynamicTest("twice is once", () -> twiceIsOnce(row)),
                                dynamicTest("is refused from a wrong state", () -> isRefused(row)))));
    }

    private static void happens(Row row) {
        assertThat(row.starts()).as("a case that makes it happen").isNotEmpty();
        for (var start : row.starts()) {
            var before = start.get();
            assertThat(row.arrived().test(before.known())).as("before").isFalse();
            row.event().accept(before);
            assertThat(row.arrived().test(before.known()))
                    .as("after, %s", before.known())
                    .isTrue();
        }
    }

    private static void twiceIsOnce(Row row) {
        for (var start : row.starts()) {
            var one = start.get();
            row.event().accept(one);
            var once = one.known();
            assertThat(one.again().known()).isEqualTo(once);
        }
    }

    private static void isRefused(Row row) {
        assertThat(row.wrong()).as("a case from which it does not happen").isNotEmpty();
        for (var start : row.wrong()) {
            var wrong = start.get();
            var before = wrong.known();
            try {
                row.event().accept(wrong);
            } catch (Refusal _) {
                assertThat(wrong.known()).isEqualTo(before);
            }
            assertThat(row.arrived().test(wrong.known()))
                    .as("%s from %s", row.name(), before)
                    .isFalse();
        }
    }

    @Test
    void noRowOfTheDomainsTableIsMissing() throws IOException {
        var domain =
                Path.of(System.getProperty("vectors")).resolveSibling("design").resolve("domain.md");
        assumeTrue(Files.exists(domain), "SKIPPED: the domain's own table is not beside this project");
        var section = Files.readString(domain);
        section = section.substring(section.indexOf("## 2. "), section.indexOf("**Presence**"));
        var rows = TABLE_ROW
                .matcher(section)
                .results()
                .map(row -> row.group(1).strip() + " -> " + row.group(2).strip())
                .filter(row -> !row.equals("from -> to") && !row.startsWith("---"))
                .toList();

        assertThat(rows).hasSize(14);
        assertThat(MachineRows.actions().map(Row::name)).containsExactlyElementsOf(rows);
    }
}
