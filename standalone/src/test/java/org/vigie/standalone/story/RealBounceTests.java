package org.vigie.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What a bounce of real mail software leads to in all four services: Debian's Postfix and Exim report it, Dovecot keeps
 * it, notice-service writes to the next addressee, and provider-registry calls the contact dead.
 */
@EnabledIf(
        value = "machineIsThere",
        disabledReason = "answers of real mail software: needs root, and -Dmail.machine=… as docs/trials.md says")
class RealBounceTests {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration UNDERWAY = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    static boolean machineIsThere() {
        var machine = System.getProperty("mail.machine", "");
        return !machine.isEmpty()
                && Files.isExecutable(Path.of(machine, "usr/sbin/dovecot"))
                && System.getProperty("user.name").equals("root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown@local.example", "unknown@exim.example"})
    void theContactIsDeadAndTheNextAddresseeWrittenToWithinAMinute(String address) throws Exception {
        var ports = IntStream.range(0, 5).mapToObj(_ -> freePort()).toList();
        var servers = servers(ports);
        try (var internet = new SmallInternet();
                var vigie = RunningVigie.on(directory.resolve("data"), internet, settings(ports))) {
            var url = internet.page("img.site.test", "/a.jpg");
            var site = taught(vigie, "Example Site", "CONTENT_ADMIN", "EXACT_HOST", "img.site.test", address);
            var host =
                    taught(vigie, "Example Host", "HOST", "CIDR", SmallInternet.TEST_NETWORK, "desk@provider.example");
            var report = vigie.report(Reports.verified(url));

            await().atMost(UNDERWAY).untilAsserted(() -> {
                assertThat(health(vigie, site)).isEqualTo("DEAD");
                assertThat(sent(vigie, report, host)).hasSize(1);
            });

            var first = sent(vigie, report, site).getFirst();
            var path = "/v1/notices/" + first.path("notice_id").asString() + "/messages";
            var came = vigie.get(NOTICE, path).json().path("messages").path(0);
            assertThat(came.path("fate").asString()).isEqualTo("HARD_BOUNCE");
            var cameAt = Instant.parse(came.path("received_at").asString());
            var next = sent(vigie, report, host).getFirst().path("attempts").path(0);
            assertThat(Instant.parse(next.path("at").asString())).isBetween(cameAt, cameAt.plus(A_MINUTE));
            assertThat(health(vigie, host)).isNotEqualTo("DEAD");
        } finally {
            servers.destroy();
            assertThat(servers.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Map<String, String> settings(List<Integer> ports) throws IOException {
        var password = directory.resolve("password");
        Files.writeString(password, "secret\n");
        return Map.of(
                "VIGIE_TIME_FACTOR",
                "1",
                "VIGIE_SMTP",
                "127.0.0.1:" + ports.get(0),
                "VIGIE_INBOUND_IMAP",
                "127.0.0.1:" + ports.get(3),
                "VIGIE_INBOUND_USER",
                "notices",
                "VIGIE_INBOUND_PASSWORDFILE",
                password.toString(),
                "VIGIE_INBOUND_EVERY",
                "1s");
    }

    private static Process servers(List<Integer> ports) throws IOException {
        var command = Stream.concat(
                        Stream.of("../notice-service/src/test/mail/answers.sh", System.getProperty("mail.machine")),
                        ports.stream().map(String::valueOf))
                .toList();
        var started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(started.inputReader().readLine()).isEqualTo("ready");
        return started;
    }

    private static String taught(
            RunningVigie vigie, String name, String type, String kind, String value, String address) {
        var answer =
                vigie.post(REGISTRY, "/v1/providers", "teach-" + name, """
                {"name": "%s", "type": "%s", "country": "FR",
                 "network_objects": [{"kind": "%s", "value": "%s"}],
                 "contacts": [{"channel": "EMAIL", "address": "%s", "format": "XARF4", "language": "en"}]}""".formatted(name, type, kind, value, address));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("provider_id").asString();
    }

    private static String health(RunningVigie vigie, String providerId) {
        var provider = vigie.get(REGISTRY, "/v1/providers/" + providerId).json();
        return provider.path("contacts").path(0).path("health").asString();
    }

    /** Notices to the provider that left. */
    private static List<JsonNode> sent(RunningVigie vigie, String report, String providerId) {
        var caseId = vigie.caseOfReport(report).path("case_id").asString();
        return vigie.get(NOTICE, "/v1/cases/" + caseId + "/notices")
                .json()
                .path("notices")
                .valueStream()
                .filter(notice -> notice.path("provider_id").asString().equals(providerId)
                        && notice.path("state").asString().equals("SENT"))
                .toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
