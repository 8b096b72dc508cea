package org.vigie.notice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.testing.InProcessInfrastructure;
import tools.jackson.databind.JsonNode;

/**
 * Notices that leave by SMTP, what real mail software answers to them, and what follows once it was fetched by IMAP:
 * Debian's Postfix, Exim, Dovecot with Pigeonhole and Request Tracker, as {@code src/test/mail/answers.sh} starts them.
 */
@EnabledIf(
        value = "machineIsThere",
        disabledReason = "answers of real mail software: needs root, and -Dmail.machine=… as docs/trials.md says")
@InProcessInfrastructure
@SpringBootTest(
        classes = NoticeServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notice-service",
            "vigie.data=target/${test.fork:fork-1}/answers-data",
            "vigie.clock-file=target/${test.fork:fork-1}/answers-clock",
            "vigie.api-token=secret",
            "vigie.sender=Example Hotline <notices@hotline.example>",
            "vigie.inbound.user=notices",
            "vigie.inbound.password-file=target/answers-password",
            "vigie.inbound.every=200ms",
            "vigie.events.partitions=1"
        })
@Import(TestWorld.class)
class RealAnswersTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration UNDERWAY = Duration.ofMinutes(2);

    private static List<Integer> ports = List.of();
    private static @Nullable Process servers;

    @Autowired
    private TestWorld world;

    @Autowired
    private Notices notices;

    static boolean machineIsThere() {
        var machine = System.getProperty("mail.machine", "");
        return !machine.isEmpty()
                && Files.isExecutable(Path.of(machine, "usr/sbin/dovecot"))
                && System.getProperty("user.name").equals("root");
    }

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry properties) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/answers-password"), "secret\n");
        ports = IntStream.range(0, 5).mapToObj(_ -> freePort()).toList();
        var command = Stream.concat(
                        Stream.of("src/test/mail/answers.sh", System.getProperty("mail.machine")),
                        ports.stream().map(String::valueOf))
                .toList();
        var started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        servers = started;
        assertThat(started.inputReader().readLine()).isEqualTo("ready");
        properties.add("vigie.smtp", () -> "127.0.0.1:" + ports.get(0));
        properties.add("vigie.inbound.imap", () -> "127.0.0.1:" + ports.get(3));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (servers != null) {
            servers.destroy();
            assertThat(servers.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Postfix has no such user; Exim has none after it took the mail; Exim takes no mail for one. */
    @ParameterizedTest
    @ValueSource(strings = {"unknown@local.example", "unknown@exim.example", "refused@exim.example"})
    void anUnknownUserIsReportedAndTheNextAddresseeWrittenToWithinAMinute(String address) {
        var first = world.providerAt(Role.CONTENT_ADMIN, address);
        var next = world.providerAt(Role.HOST, "desk@provider.example");
        var caseId = notified(first, next);

        var report = cameBack(caseId);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(A_MINUTE);

        assertThat(report.path("fate").asString()).isEqualTo("HARD_BOUNCE");
        assertThat(report.path("named_by").asString()).isEqualTo("RECIPIENT");
        assertThat(world.last(Topics.CONTACT_FEEDBACK, first.contactId(), ContactFeedbackSnapshot.class))
                .satisfies(record -> assertThat(record.refusedPermanently()).isEqualTo(1));
        assertThat(notices.naming(caseId))
                .extracting(notice -> notice.addressee().providerId())
                .containsExactly(first.id(), next.id());
        assertThat(notices.naming(caseId).getLast().state().mayHaveArrived()).isTrue();
        assertThat(world.tasks(caseId)).isEmpty();
    }

    /** Pigeonhole's vacation, which names words that mean something, and a ticket system's confirmation. */
    @ParameterizedTest
    @ValueSource(strings = {"away@provider.example", "desk@rt.example"})
    void aMachinesAnswerChangesNothing(String address) {
        var caseId = notified(world.providerAt(Role.HOST, address));
        var before = snapshot(caseId).version();

        var answer = cameBack(caseId);

        assertThat(answer.path("message_kind").asString()).isEqualTo("AUTOMATIC_REPLY");
        assertThat(answer.path("named_by").asString()).isEqualTo("RECIPIENT");
        assertThat(snapshot(caseId).version()).isEqualTo(before);
        assertThat(world.tasks(caseId)).isEmpty();
    }

    /** Written here in the form of RFC 5965, since Debian has no program that does; it comes by Exim and Postfix. */
    @Test
    void aComplaintIsCountedAndShownToAPerson() throws IOException {
        var host = world.providerAt(Role.HOST, "desk@provider.example");
        var caseId = notified(host);
        var notice = notices.naming(caseId).getFirst();

        send(ports.get(1), "fbl@exim.example", "notices@hotline.example", complaint(notice));
        var complaint = cameBack(caseId);

        assertThat(complaint.path("about").asString()).isEqualTo("ABUSE");
        assertThat(complaint.path("named_by").asString()).isEqualTo("RETURNED_SENDER");
        assertThat(world.last(Topics.CONTACT_FEEDBACK, host.contactId(), ContactFeedbackSnapshot.class))
                .satisfies(record -> assertThat(record.complaints()).isEqualTo(1));
        assertThat(world.tasks(caseId)).containsExactly("REPLY");
    }

    private UUID notified(TestWorld.Provider... providers) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/i", someHash()));
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(notices.naming(caseId)).hasSize(1);
        return caseId;
    }

    /** The one message that came back to the first notice, once it was taken in and what follows was done. */
    private JsonNode cameBack(UUID caseId) {
        var path = "/v1/notices/" + notices.naming(caseId).getFirst().noticeId() + "/messages";
        Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .atMost(UNDERWAY)
                .until(() -> world.get(path).json().get("messages").size() == 1);
        world.settle();
        return Objects.requireNonNull(world.get(path).json().get("messages").get(0));
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return Objects.requireNonNull(world.last(Topics.CASES, caseId, CaseSnapshot.class));
    }

    private static String complaint(Notice notice) {
        return """
                From: fbl@exim.example
                To: notices@hotline.example
                Subject: complaint
                Content-Type: multipart/report; report-type=feedback-report; boundary=edge

                --edge
                Content-Type: text/plain

                A user says that this is spam.
                --edge
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: test/1
                Version: 1
                Original-Mail-From: <%s>
                --edge
                Content-Type: message/rfc822

                %s
                --edge--
                """.formatted(
                notice.letter().envelopeFrom(), notice.letter().message().replace("\r\n", "\n"));
    }

    private static void send(int port, String from, String to, String message) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            assertThat(in.readLine()).startsWith("220");
            for (var line : List.of(
                    "HELO exim.example",
                    "MAIL FROM:<" + from + ">",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    message.replace("\n", "\r\n") + ".")) {
                socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
                assertThat(in.readLine()).startsWith(line.equals("DATA") ? "354" : "250");
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
