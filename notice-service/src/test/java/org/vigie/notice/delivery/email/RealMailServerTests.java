package org.vigie.notice.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.OutgoingMessage;
import org.vigie.notice.message.mime.InjectionTests;
import org.vigie.support.events.EventJson;
import tools.jackson.databind.JsonNode;

/**
 * What arrives at a mail server that somebody else wrote (aiosmtpd), read by a mail library that somebody else wrote
 * (Python's). {@code VIGIE_PYTHON} names a Python that has aiosmtpd; without one these tests are skipped, loudly.
 */
class RealMailServerTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** Every so many of the hostile messages; 1 for all of them. */
    private static final int EVERY = Integer.getInteger("mail.every", 10);

    private Process server;
    private BufferedReader seen;
    private SmtpChannel channel;

    @BeforeEach
    void start() throws IOException {
        server = python();
        seen = server.inputReader();
        var first = seen.readLine();
        assumeTrue(first != null, "SKIPPED: Python has no aiosmtpd; VIGIE_PYTHON names one that has it");
        var port = Integer.parseInt(first.substring("listening ".length()));
        channel = new SmtpChannel(
                new Relay("127.0.0.1", port, false), new SmtpSettings("127.0.0.1:25", LONG, LONG, LONG, LONG, false));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroy();
        }
    }

    private static Process python() {
        var python = Objects.requireNonNullElse(System.getenv("VIGIE_PYTHON"), "python3");
        try {
            return new ProcessBuilder(
                            python,
                            Path.of("src", "test", "scripts", "mail_server.py").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("SKIPPED: no Python; VIGIE_PYTHON names one with aiosmtpd", e);
        }
    }

    @Test
    void everyApprovedKindOfNoticeParsesAsIntended() throws Exception {
        for (var message : InjectionTests.intendedMessages()) {
            var read = arrived(message);

            assertUnforged(read, message);
            assertThat(read.get("reference").asString()).startsWith("RN-2026-");
            assertThat(read.get("subject").asString()).startsWith("[RN-2026-");
            read.get("parts").forEach(part -> {
                if (part.get("type").asString().equals("text/csv")) {
                    assertThat(part.get("columns").size())
                            .as("columns of every row")
                            .isEqualTo(1);
                }
                if (part.has("xarf")) {
                    assertThat(part.get("xarf").toString()).isEqualTo("[\"4.2.0\",\"content\",\"csam\"]");
                }
            });
        }
    }

    @Test
    void hostileValuesForgeNoHeaderNoRecipientAndNoMessage() throws Exception {
        var sent = 0;
        var hostile = InjectionTests.hostileMessages();
        for (var i = 0; i < hostile.size(); i += EVERY) {
            assertUnforged(arrived(hostile.get(i)), hostile.get(i));
            sent++;
        }
        server.getOutputStream().close();

        assertThat(seen.readLine()).as("nothing beyond the %d messages", sent).isNull();
        System.out.printf("hostile messages sent to aiosmtpd and read by Python: %d of %d%n", sent, hostile.size());
    }

    private JsonNode arrived(byte[] bytes) throws IOException {
        var message = new OutgoingMessage("notice+t1@sender.example", "abuse@provider.example", "x", bytes);
        assertThat(channel.deliver(message, () -> true)).isInstanceOf(Accepted.class);
        return EventJson.MAPPER.readTree(Objects.requireNonNull(seen.readLine()));
    }

    private static void assertUnforged(JsonNode read, byte[] sent) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(sent);
        assertThat(read.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(read.get("rcpt_tos").toString()).isEqualTo("[\"abuse@provider.example\"]");
        assertThat(read.get("to").size()).isEqualTo(1);
        assertThat(read.get("from").size()).isEqualTo(1);
        assertThat(read.get("defects").size()).isZero();
        read.get("headers").forEach(header -> assertThat(InjectionTests.HEADERS).contains(header.asString()));
    }
}
