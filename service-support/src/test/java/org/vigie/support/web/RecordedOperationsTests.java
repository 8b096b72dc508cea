package org.vigie.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.support.ProbeTest;
import org.vigie.support.audit.AuditEntry;
import org.vigie.support.events.EventJson;
import org.vigie.testing.TestIssuer;

@ProbeTest
class RecordedOperationsTests {

    private static final TestIssuer ISSUER = TestIssuer.shared();

    private final UUID id = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Test
    void whoDoesWhatIsRecordedAndNoWordOfIt() throws IOException {
        told("Bearer " + ISSUER.token("anna", "operator"), "{\"needed_text\": \"planted\"}");

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo(ISSUER.address() + " anna");
            assertThat(entry.what()).isEqualTo("POST /v1/told/{id}");
            assertThat(entry.about()).containsOnlyKeys("id");
        });
    }

    @Test
    void anEvaluationsTokenIsAllThatIsKnown() throws IOException {
        told("Bearer secret", "{\"needed_text\": \"planted\"}");

        assertThat(entries()).singleElement().extracting(AuditEntry::who).isEqualTo("the holder of the token");
    }

    @Test
    void thatItWasRefusedIsRecordedToo() throws IOException {
        told("Bearer " + ISSUER.token("anna", "operator"), "{}");

        var tried = entries().getFirst();
        assertThat(all())
                .filteredOn(entry -> entry.about().equals(Map.of("entry", Long.toString(tried.seq()), "status", "400")))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.what()).isEqualTo("refused"));
    }

    @Test
    void whoHasNoRoleForItDidNothing() throws IOException {
        told("Bearer " + ISSUER.token("anna", "auditor"), "{\"needed_text\": \"planted\"}");

        assertThat(entries()).isEmpty();
    }

    /** The actuator is no controller of ours, and what it changes is recorded all the same. */
    @Test
    void publishingAgainIsRecorded() throws IOException {
        var before = republished();
        sent("/actuator/republish", "Bearer " + ISSUER.token("olga", "operator"), "{\"topic\": \"nothing.v1\"}");

        assertThat(republished()).isGreaterThan(before);
    }

    private long republished() throws IOException {
        return all().stream()
                .filter(entry -> entry.what().equals("POST /actuator/republish"))
                .count();
    }

    private void told(String authorization, String body) {
        sent("/v1/told/" + id, authorization, body);
    }

    private void sent(String path, String authorization, String body) {
        RestClient.create()
                .post()
                .uri("http://localhost:" + port + path)
                .header("Authorization", authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((_, response) -> response.getStatusCode());
    }

    private List<AuditEntry> entries() throws IOException {
        return all().stream()
                .filter(entry -> entry.about().containsValue(id.toString()))
                .toList();
    }

    private static List<AuditEntry> all() throws IOException {
        try (Stream<Path> records = Files.walk(Path.of("target/probe-data/audit"))) {
            return records.filter(file -> file.endsWith("entries.jsonl"))
                    .flatMap(RecordedOperationsTests::lines)
                    .map(line -> EventJson.MAPPER.readValue(line, AuditEntry.class))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
