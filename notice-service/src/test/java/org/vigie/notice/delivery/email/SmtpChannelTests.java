package org.vigie.notice.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.delivery.email.ScriptedRelay.HANG_UP;
import static org.vigie.notice.delivery.email.ScriptedRelay.SILENCE;
import static org.vigie.notice.delivery.email.ScriptedRelay.TARPIT;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.ChannelContract;
import org.vigie.notice.delivery.ChannelContract.Behaviour;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.OutgoingMessage;
import org.vigie.notice.delivery.email.ScriptedRelay.Step;

@Timeout(30)
class SmtpChannelTests implements ChannelContract {

    private static final SmtpSettings SETTINGS = new SmtpSettings(
            "127.0.0.1:25",
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofMillis(800),
            Duration.ofSeconds(3),
            false);

    private ScriptedRelay relay;

    @BeforeEach
    void start() throws IOException {
        relay = new ScriptedRelay();
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
    }

    @Override
    public Channel channel(Behaviour behaviour) {
        return switch (behaviour) {
            case ACCEPT -> channel(relay.port());
            case NOT_NOW -> at(Step.RCPT, "450 4.2.1 later");
            case REFUSE -> at(Step.RCPT, "550 5.1.1 no such user abuse@provider.example");
            case UNREACHABLE -> channel(closedPort());
            case VANISH_AFTER_HAND_OVER -> at(Step.DOT, HANG_UP);
        };
    }

    @Override
    public List<byte[]> arrived() {
        return relay.arrived();
    }

    @Test
    void keepsTheStatusAndTheQueueIdOfTheReceipt() {
        assertThat(deliver()).isEqualTo(new Accepted("2.0.0 queued as 4F3ABC"));
    }

    @Test
    void asksForReportsWithTheEnvelopeIdIfTheRelayCanGiveThem() {
        deliver();

        assertThat(relay.heard())
                .startsWith(
                        "EHLO sender.example",
                        "MAIL FROM:<notice+t1@sender.example> RET=HDRS ENVID=RN-2026-00000042/1",
                        "RCPT TO:<abuse@provider.example> NOTIFY=FAILURE,DELAY",
                        "DATA");
    }

    @Test
    void greetsForEachMessageWithTheDomainThatItIsSentFrom() {
        var channel = channel(relay.port());
        var other = new OutgoingMessage(
                "notice+t2@other.example", MESSAGE.recipient(), "RN-2026-00000043/1", MESSAGE.bytes());

        channel.deliver(MESSAGE, () -> true);
        channel.deliver(other, () -> true);

        assertThat(relay.heard())
                .filteredOn(said -> said.startsWith("EHLO"))
                .containsExactly("EHLO sender.example", "EHLO other.example");
    }

    @Test
    void asksForAReportOfTheDeliveryOnlyWhereProofIsWanted() {
        var proving = new SmtpSettings(
                "127.0.0.1:25",
                SETTINGS.smtpConnectTimeout(),
                SETTINGS.smtpReadTimeout(),
                SETTINGS.smtpWriteTimeout(),
                SETTINGS.smtpConversationTimeout(),
                true);

        new SmtpChannel(new Relay("127.0.0.1", relay.port(), false), proving).deliver(MESSAGE, () -> true);

        assertThat(relay.heard()).anyMatch(said -> said.startsWith("RCPT") && said.contains("NOTIFY=SUCCESS,"));
    }

    @Test
    void leavesReportsOutIfTheRelayCannotGiveThem() {
        relay.at(Step.EHLO, "250 relay.example");

        deliver();

        assertThat(relay.heard()).contains("MAIL FROM:<notice+t1@sender.example>", "RCPT TO:<abuse@provider.example>");
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 4.3.2 busy, NotNow, 4.3.2",
        "GREETING, 554 5.3.2 closed, NotNow, 5.3.2",
        "EHLO, 421 4.3.2 busy, NotNow, 4.3.2",
        "MAIL, 451 4.3.0 later, NotNow, 4.3.0",
        "MAIL, 550 5.7.1 not you, RefusedForGood, 5.7.1",
        "MAIL, 552 5.3.4 too big, RefusedForGood, 5.3.4",
        "RCPT, 450 4.2.1 later, NotNow, 4.2.1",
        "RCPT, 452 4.2.2 full, NotNow, 4.2.2",
        "RCPT, 550 5.1.1 nobody, RefusedForGood, 5.1.1",
        "RCPT, 551 5.1.6 moved, RefusedForGood, 5.1.6",
        "RCPT, 553 what, RefusedForGood, 553",
        "RCPT, 571 5.7.1 no, RefusedForGood, 5.7.1",
        "DATA, 451 4.3.0 later, NotNow, 4.3.0",
        "DATA, 554 5.5.1 no, RefusedForGood, 5.5.1",
        "DOT, 451 4.3.0 later, NotNow, 4.3.0",
        "DOT, 421 4.4.2 bye, NotNow, 4.4.2",
        "DOT, 554 5.7.1 spam abuse@provider.example, RefusedForGood, 5.7.1",
        "DOT, 550 5.7.1.9 spam, RefusedForGood, 550",
    })
    void namesTheOutcomeOfEachStepByItsStatus(Step step, String answer, String outcome, String status) {
        relay.at(step, answer).at(Step.HELO, answer);

        var result = deliver();

        assertThat(result).hasToString("%s[status=%s]".formatted(outcome, status));
        assertThat(arrived()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void triesAgainAfterAConnectionLostBeforeTheHandOver(Step step) {
        relay.at(step, HANG_UP);

        assertThat(deliverUnasked()).isEqualTo(new NotNow("4.4.2"));
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void givesUpOnASilentRelay(Step step) {
        relay.at(step, SILENCE);

        assertThat(deliverUnasked()).isEqualTo(new NotNow("4.4.2"));
    }

    @ParameterizedTest
    @EnumSource(names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
    void getsOutOfATarpit(Step step) {
        relay.at(step, TARPIT);

        assertThat(deliverUnasked()).isEqualTo(new NotNow("4.4.2"));
    }

    @Test
    void isUncertainIfTheAnswerToTheDotIsATarpit() {
        relay.at(Step.DOT, TARPIT);

        assertThat(deliver()).isEqualTo(new Uncertain());
    }

    @Test
    void givesUpOnARelayThatReadsNoMoreInTheMiddleOfALargeMessage() {
        relay.at(Step.BODY, SILENCE);
        var large = ("x".repeat(70) + "\r\n").repeat(300_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(deliverUnasked(message(large))).isEqualTo(new NotNow("4.4.2"));
    }

    @Test
    void givesUpOnARelayThatTakesNoConnection() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var waiting = fill(full);
            var impatient = new SmtpSettings(
                    "127.0.0.1:25",
                    Duration.ofMillis(300),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    false);
            var channel = new SmtpChannel(new Relay("127.0.0.1", full.getLocalPort(), false), impatient);

            assertThat(channel.deliver(MESSAGE, () -> true)).isInstanceOf(NotNow.class);
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    /** Connections that nobody takes, until no more fit. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        var waiting = new ArrayList<Socket>();
        while (waiting.size() < 20) {
            var socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException _) {
                return waiting;
            }
        }
        return waiting;
    }

    @Test
    void triesAgainAfterAConnectionLostInTheMiddleOfALargeMessage() {
        relay.at(Step.BODY, HANG_UP);
        var large = ("x".repeat(70) + "\r\n").repeat(300_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(deliverUnasked(message(large))).isEqualTo(new NotNow("4.4.2"));
    }

    @ParameterizedTest
    @CsvSource({"silence", "hang up", "banana", "354 more", "2"})
    void isUncertainWithoutAnAnswerToTheDot(String answer) {
        relay.at(Step.DOT, answer);

        assertThat(deliver()).isEqualTo(new Uncertain());
    }

    @Test
    void keepsTheAnswerToTheDotIfTheRelayLeavesAtOnce() {
        relay.at(Step.QUIT, HANG_UP);

        assertThat(deliver()).isInstanceOf(Accepted.class);
    }

    @Test
    void saysNothingToARelayThatMustEncryptAndDoesNot() {
        var secure = new SmtpChannel(new Relay("127.0.0.1", relay.port(), true), SETTINGS);

        var result = secure.deliver(MESSAGE, () -> true);

        assertThat(result).isEqualTo(new NotNow("4.7.4"));
        assertThat(relay.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void triesAgainIfEncryptionIsNotToBeHadToday() {
        relay.at(Step.EHLO, "250-relay.example\r\n250 STARTTLS");
        var secure = new SmtpChannel(new Relay("127.0.0.1", relay.port(), true), SETTINGS);

        assertThat(secure.deliver(MESSAGE, () -> true)).isEqualTo(new NotNow("4.7.0"));
    }

    @Test
    void saysNothingIfTheHandshakeFails() {
        relay.at(Step.EHLO, "250-relay.example\r\n250 STARTTLS").at(Step.STARTTLS, "220 go\r\nthis is not TLS at all");
        var secure = new SmtpChannel(new Relay("127.0.0.1", relay.port(), true), SETTINGS);

        assertThat(secure.deliver(MESSAGE, () -> true)).isInstanceOf(NotNow.class);
        assertThat(relay.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    private DeliveryResult deliver() {
        return channel(relay.port()).deliver(MESSAGE, () -> true);
    }

    private DeliveryResult deliverUnasked() {
        return deliverUnasked(MESSAGE);
    }

    private DeliveryResult deliverUnasked(OutgoingMessage message) {
        var asked = new AtomicInteger();
        var result = channel(relay.port()).deliver(message, () -> asked.incrementAndGet() > 0);
        assertThat(asked).hasValue(0);
        return result;
    }

    private Channel at(Step step, String answer) {
        relay.at(step, answer);
        return channel(relay.port());
    }

    private static Channel channel(int port) {
        return new SmtpChannel(new Relay("127.0.0.1", port, false), SETTINGS);
    }

    private static OutgoingMessage message(byte[] bytes) {
        return new OutgoingMessage("notice+t1@sender.example", "abuse@provider.example", "RN-2026-00000042/1", bytes);
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
