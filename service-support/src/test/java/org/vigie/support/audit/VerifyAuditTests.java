package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.support.audit.VerifyAudit.Verdict;

/**
 * Each way to change a record of twelve entries, whose checkpoints were signed after the entries 0, 5, 6 and 11, and
 * what is found.
 */
class VerifyAuditTests {

    private static final String SERVICE = "probe-service";

    @TempDir
    private Path directory;

    @BeforeEach
    void twelveEntries() {
        for (var day = 0; day < 2; day++) {
            try (var audit = opened("", Instant.EPOCH.plus(Duration.ofDays(day)))) {
                for (var at = 0; at < 4; at++) {
                    audit.add("anna", "PUT /v1/stop", Map.of("n", Integer.toString(at)));
                }
            }
        }
    }

    @Test
    void asWritten() throws IOException {
        assertThat(verdict().entries()).isEqualTo(12);
        assertThat(verdict().checkpoints()).isEqualTo(4);
        assertThat(verdict().found()).isEmpty();
    }

    @Test
    void anEdit() throws IOException {
        assertThat(after(lines -> edited(lines, 3, "anna", "bruno")))
                .containsExactly(
                        "entry 4: follows another entry than the one before it",
                        "changed: entries 1 to 5 are not those that were signed",
                        "changed: entries 1 to 6 are not those that were signed",
                        "changed: entries 1 to 11 are not those that were signed");
    }

    @Test
    void aDeletion() throws IOException {
        assertThat(after(lines -> without(lines, 8)))
                .contains(
                        "entry 8: says that it is entry 9: entries are missing, were added or change places here",
                        "cut: the record ends after entry 10, and a checkpoint was signed after entry 11");
    }

    @Test
    void anInsertion() throws IOException {
        assertThat(after(lines -> inserted(lines, 8, lines.get(8))))
                .contains(
                        "entry 9: says that it is entry 8: entries are missing, were added or change places here",
                        "changed: entries 7 to 11 are not those that were signed");
    }

    @Test
    void anotherOrder() throws IOException {
        assertThat(after(lines -> inserted(without(lines, 2), 3, lines.get(2))))
                .contains("entry 2: says that it is entry 3: entries are missing, were added or change places here");
    }

    @Test
    void aCut() throws IOException {
        assertThat(after(lines -> lines.subList(0, 9)))
                .containsExactly("cut: the record ends after entry 8, and a checkpoint was signed after entry 11");
    }

    /** Of the entry itself, and of one that is made to fit and added at the end by whoever has no key. */
    @Test
    void aBackDatedEntry() throws IOException {
        assertThat(after(lines -> edited(lines, 9, "1970-01-02T", "1970-01-01T")))
                .contains(
                        "entry 9: says that it is older than the one before it",
                        "changed: entries 7 to 11 are not those that were signed");

        twelveEntriesAnew();
        assertThat(after(lines -> inserted(lines, 12, fitting(lines, "1970-01-01T12:00:00Z"))))
                .containsExactly("entry 12: says that it is older than the one before it");
    }

    @Test
    void aCheckpointThatIsGone() throws IOException {
        Files.delete(checkpoint("", 6));

        assertThat(verdict().found()).containsExactly("entry 5: the checkpoint that was signed after it is not there");
    }

    /** What was signed before an older copy of the record was put in its place stays, and tells. */
    @Test
    void aRecordThatWasPutBackAndWentOn() throws IOException {
        Files.write(entries(""), Files.readAllLines(entries("")).subList(0, 6));

        try (var audit = opened("", Instant.EPOCH.plus(Duration.ofDays(3)))) {
            for (var at = 0; at < 4; at++) {
                audit.add("bruno", "PUT /v1/stop", Map.of());
            }
        }

        assertThat(verdict().entries()).isEqualTo(12);
        assertThat(verdict().found())
                .containsExactly(
                        "checkpoint 000000000007_2.checkpoint: another one was signed after as many entries: the record"
                                + " was put back",
                        "checkpoint 000000000012_2.checkpoint: another one was signed after as many entries: the record"
                                + " was put back",
                        "changed: entries 6 to 6 are not those that were signed",
                        "changed: entries 6 to 11 are not those that were signed");
    }

    @Test
    void aRecordThatIsGone() throws IOException {
        Files.move(directory.resolve("audit/" + SERVICE), directory.resolve("elsewhere"));

        assertThat(verdict().found()).containsExactly("gone: only its checkpoints are left");
    }

    /** Whoever can write to the record can make the lines fit each other, and cannot sign. */
    @Test
    void aForgeryThatFits() throws IOException {
        try (var forged = opened("forged", Instant.EPOCH)) {
            for (var at = 0; at < 10; at++) {
                forged.add("mallory", "PUT /v1/stop", Map.of());
            }
        }
        Files.copy(entries("forged"), entries(""), StandardCopyOption.REPLACE_EXISTING);
        assertThat(verdict().found()).contains("changed: entries 1 to 5 are not those that were signed");

        Files.copy(checkpoint("forged", 12), checkpoint("", 12), StandardCopyOption.REPLACE_EXISTING);
        assertThat(verdict().found()).contains("checkpoint 000000000012.checkpoint: not signed by this key");
    }

    /** With a key of their own all fits, but that is not the key that was published. */
    @Test
    void aForgeryWithAnotherKey() throws IOException {
        var published = VerifyAudit.known(directory.resolve("audit"));
        try (var forged = opened("forged", Instant.EPOCH)) {
            forged.add("mallory", "PUT /v1/stop", Map.of());
        }
        var theirs = VerifyAudit.records(
                directory.resolve("forgedaudit"), directory.resolve("forgedcheckpoints"), published);

        assertThat(theirs)
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.found())
                        .containsExactly("the key beside the record is not the one to trust"));
    }

    @Test
    void aRecordWithoutItsKeyCannotBeVerified() throws IOException {
        Files.delete(directory.resolve("audit/" + SERVICE + "/verifier"));

        assertThatThrownBy(this::verdict).isInstanceOf(IOException.class).hasMessageContaining("verifier");
    }

    @Test
    void whatIsNoEntry() throws IOException {
        assertThat(after(lines -> edited(lines, 2, "{", "<"))).contains("entry 2: cannot be read");
    }

    @Test
    void aHundredThousandEntriesAreVerifiedInSeconds() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(entries("")));
        while (lines.size() < 100_000) {
            lines.add(fitting(lines, "1970-01-03T00:00:00Z"));
        }
        Files.write(entries(""), lines);
        var began = System.nanoTime();

        assertThat(verdict()).isEqualTo(new Verdict(verdict().record(), 100_000, 4, List.of()));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    }

    private void twelveEntriesAnew() throws IOException {
        for (var part : List.of("audit", "checkpoints")) {
            Files.move(directory.resolve(part), directory.resolve(part + ".old"));
        }
        twelveEntries();
    }

    private Audit opened(String prefix, Instant now) {
        return new Audit(
                directory.resolve(prefix + "audit"),
                directory.resolve(prefix + "checkpoints"),
                SERVICE,
                Clock.fixed(now, ZoneOffset.UTC),
                System::nanoTime);
    }

    private Path entries(String prefix) {
        return directory.resolve(prefix + "audit/" + SERVICE + "/entries.jsonl");
    }

    private Path checkpoint(String prefix, int size) throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve(prefix + "checkpoints"))) {
            var name = "%012d.checkpoint".formatted(size);
            return all.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private List<String> after(UnaryOperator<List<String>> change) throws IOException {
        Files.write(entries(""), change.apply(Files.readAllLines(entries(""))));
        return verdict().found();
    }

    private Verdict verdict() throws IOException {
        return VerifyAudit.records(directory.resolve("audit"), directory.resolve("checkpoints"), List.of()).stream()
                .findFirst()
                .orElseThrow();
    }

    private static String fitting(List<String> lines, String at) {
        var before = Hash.of(lines.getLast().getBytes(UTF_8)).text();
        return "{\"seq\":%d,\"prev\":\"%s\",\"at\":\"%s\",\"who\":\"anna\",\"what\":\"x\",\"about\":{}}"
                .formatted(lines.size(), before, at);
    }

    private static List<String> edited(List<String> lines, int at, String from, String to) {
        var changed = new ArrayList<>(lines);
        changed.set(at, lines.get(at).replace(from, to));
        return changed;
    }

    private static List<String> without(List<String> lines, int at) {
        var changed = new ArrayList<>(lines);
        changed.remove(at);
        return changed;
    }

    private static List<String> inserted(List<String> lines, int at, String line) {
        var changed = new ArrayList<>(lines);
        changed.add(at, line);
        return changed;
    }
}
