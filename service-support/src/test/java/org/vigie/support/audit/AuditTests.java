package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.support.audit.VerifyAudit.Verdict;

class AuditTests {

    private static final String SERVICE = "probe-service";
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void whatWasRecordedIsFoundAsItWas() throws IOException {
        try (var audit = opened(NOW)) {
            assertThat(audit.add("anna", "PUT /v1/stop", Map.of("id", "1")).line())
                    .endsWith("\"at\":\"2026-11-30T12:00:00Z\",\"who\":\"anna\",\"what\":\"PUT /v1/stop\","
                            + "\"about\":{\"id\":\"1\"}}");
        }

        assertThat(verified())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict).isEqualTo(new Verdict(verdict.record(), 3, 2, List.of())));
    }

    @Test
    void aRecordGoesOnAfterARestart() throws IOException {
        record(NOW);
        record(NOW);

        assertThat(verified())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict).isEqualTo(new Verdict(verdict.record(), 6, 4, List.of())));
    }

    @Test
    void twoInstancesHaveTwoRecords() throws IOException {
        try (var first = opened(NOW);
                var second = opened(NOW)) {
            first.add("anna", "PUT /v1/stop", Map.of());
            second.add("bruno", "PUT /v1/stop", Map.of());
        }

        assertThat(verified())
                .hasSize(2)
                .allSatisfy(verdict -> assertThat(verdict).isEqualTo(new Verdict(verdict.record(), 3, 2, List.of())));
        assertThat(directory.resolve("audit").toFile().list()).containsExactlyInAnyOrder(SERVICE, SERVICE + ".2");
    }

    @Test
    void aLineThatTheEndOfTheProcessCutIsGone() throws IOException {
        record(NOW);
        var entries = directory.resolve("audit/" + SERVICE + "/entries.jsonl");
        Files.writeString(entries, Files.readString(entries) + "{\"seq\":10,\"pre");
        assertThat(verified()).singleElement().extracting(Verdict::found).isEqualTo(List.of());

        record(NOW);

        assertThat(verified())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict).isEqualTo(new Verdict(verdict.record(), 6, 4, List.of())));
    }

    @Test
    void aClockThatIsPutBackStandsStill() throws IOException {
        record(NOW);
        try (var audit = opened(NOW.minusSeconds(3600))) {
            assertThat(audit.add("anna", "PUT /v1/stop", Map.of()).line()).contains("\"at\":\"2026-11-30T12:00:00Z\"");
        }

        assertThat(verified()).singleElement().extracting(Verdict::found).isEqualTo(List.of());
    }

    @Test
    void settingsAreRecordedWhenTheyAreOthers() throws IOException {
        for (var digest : List.of("one", "one", "two")) {
            try (var audit = opened(NOW)) {
                audit.settings(digest);
            }
        }

        assertThat(Files.readAllLines(directory.resolve("audit/" + SERVICE + "/entries.jsonl")))
                .filteredOn(line -> line.contains("\"what\":\"settings\""))
                .satisfiesExactly(
                        line -> assertThat(line).contains("{\"sha256\":\"one\"}"),
                        line -> assertThat(line).contains("{\"sha256\":\"two\"}"));
    }

    @Test
    void saysHowOldTheLastCheckpointIs() {
        var nanos = new AtomicLong(5);
        var audit = new Audit(directory.resolve("audit"), signed(), SERVICE, Clock.systemUTC(), nanos::get);
        try (audit) {
            nanos.addAndGet(Duration.ofHours(9).toNanos());
            assertThat(audit.sinceCheckpoint()).isZero();
            audit.add("anna", "PUT /v1/stop", Map.of());
            nanos.addAndGet(Duration.ofHours(2).toNanos());
            assertThat(audit.sinceCheckpoint()).hasHours(2);
        }
    }

    @Test
    void nothingGoesOnThatCannotBeRecorded() throws IOException {
        Files.writeString(directory.resolve("audit"), "a file where the directory should be");

        try (var audit = opened(NOW)) {
            assertThatThrownBy(() -> audit.add("anna", "PUT /v1/stop", Map.of()))
                    .hasMessageContaining("the audit cannot be opened");
        }
    }

    @Test
    void aReceiptProvesItsEntryByTheKeyAlone() {
        try (var audit = opened(NOW)) {
            var keys = List.of(NoteKey.read(audit.key()));
            for (var at = 0; at < 20; at++) {
                var n = "\"n\":\"%d\"".formatted(at);
                var proof = audit.add("anna", "PUT /v1/stop", Map.of("n", Integer.toString(at)))
                        .text();
                assertThat(VerifyAudit.proof(proof, keys)).contains(n);
            }
        }
    }

    @Test
    void aReceiptThatWasChangedProvesNothing() {
        try (var audit = opened(NOW)) {
            audit.add("anna", "PUT /v1/stop", Map.of());
            var keys = List.of(NoteKey.read(audit.key()));
            var proof = audit.add("anna", "PUT /v1/stop", Map.of("n", "3")).text();

            var forged = proof.replaceFirst(
                    "extra .*", "extra " + Base64.getEncoder().encodeToString("{\"seq\":3}".getBytes(UTF_8)));
            assertThatThrownBy(() -> VerifyAudit.proof(forged, keys))
                    .hasMessageContaining("not the one that was signed");
            var moved = proof.replaceFirst("index 2", "index 1");
            assertThatThrownBy(() -> VerifyAudit.proof(moved, keys)).isInstanceOf(IllegalArgumentException.class);
            var signed = proof.replaceFirst("\n3\n", "\n4\n");
            assertThatThrownBy(() -> VerifyAudit.proof(signed, keys)).hasMessageContaining("not signed by this key");
            assertThatThrownBy(() -> VerifyAudit.proof(proof, List.of(another())))
                    .hasMessageContaining("none of the keys");
            assertThatThrownBy(() -> VerifyAudit.proof("planted", keys)).hasMessageStartingWith("not a proof");
        }
    }

    /** The example of golang.org/x/mod/sumdb/note. */
    @Test
    void readsTheNotesOfOthers() {
        var key = another();
        var signature = Base64.getDecoder()
                .decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        var text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;

        assertThat(key.text()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(key.signed(text.getBytes(UTF_8), Arrays.copyOfRange(signature, 4, signature.length)))
                .isTrue();
    }

    private static NoteKey another() {
        return NoteKey.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    private Path signed() {
        return directory.resolve("checkpoints");
    }

    private Audit opened(Instant now) {
        return new Audit(
                directory.resolve("audit"), signed(), SERVICE, Clock.fixed(now, ZoneOffset.UTC), System::nanoTime);
    }

    private void record(Instant now) {
        try (var audit = opened(now)) {
            audit.add("anna", "PUT /v1/stop", Map.of());
        }
    }

    private List<Verdict> verified() throws IOException {
        return VerifyAudit.records(directory.resolve("audit"), signed(), List.of());
    }
}
