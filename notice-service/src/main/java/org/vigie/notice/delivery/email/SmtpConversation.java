package org.vigie.notice.delivery.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.RefusedForGood;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/**
 * One message on one connection. How far it came decides what an answer, or its absence, means.
 *
 * <pre>
 *   CONNECTING ──► ENVELOPE ──► HANDED_OVER ──► answer
 *                     └────► WITHDRAWN
 * </pre>
 */
final class SmtpConversation extends SMTPTransport {

    /** No answer from the relay (RFC 3463 section 3.5). */
    static final String NO_ANSWER = "4.4.1";

    /** The connection broke (RFC 3463 section 3.5). */
    static final String CONNECTION_LOST = "4.4.2";

    private enum Phase {
        CONNECTING,
        ENVELOPE,
        HANDED_OVER,
        WITHDRAWN
    }

    private final HandOver handOver;
    private final boolean proof;
    private Phase phase = Phase.CONNECTING;
    private @Nullable SmtpReply reply;
    private @Nullable RawMessage raw;
    private @Nullable RuntimeException broken;
    private boolean tlsFailed;

    /** @param proof whether a report is asked for when the message was delivered, too */
    SmtpConversation(Session session, HandOver handOver, boolean proof) {
        super(session, null);
        this.handOver = handOver;
        this.proof = proof;
    }

    /** The connection stands and TLS with it, where it is required. */
    synchronized void connected() {
        phase = Phase.ENVELOPE;
    }

    /** Whether encryption was begun and failed: no TLS, or a certificate that is not the relay's. */
    synchronized boolean tlsFailed() {
        return tlsFailed;
    }

    @Override
    protected void startTLS() throws MessagingException {
        try {
            super.startTLS();
        } catch (MessagingException e) {
            tlsFailed = reply != null && reply.accepted();
            throw e;
        }
    }

    synchronized void send(OutgoingMessage message, Session session) throws MessagingException {
        raw = new RawMessage(session, message.bytes());
        raw.setEnvelopeFrom(message.envelopeFrom());
        if (supportsExtension("DSN")) {
            raw.setReturnOption(SMTPMessage.RETURN_HDRS);
            raw.setNotifyOptions(
                    SMTPMessage.NOTIFY_FAILURE | SMTPMessage.NOTIFY_DELAY | (proof ? SMTPMessage.NOTIFY_SUCCESS : 0));
            raw.setMailExtension("ENVID=" + message.envelopeId());
        }
        sendMessage(raw, new Address[] {new InternetAddress(message.recipient(), true)});
    }

    /**
     * What became of it.
     *
     * @param noReply the status where the relay said nothing before the hand-over
     */
    synchronized DeliveryResult result(String noReply) {
        if (broken != null) {
            throw broken;
        }
        return switch (phase) {
            // A refusal here is not about this notice: the relay will not talk to us at all.
            case CONNECTING -> new NotNow(failed() ? status() : noReply);
            case ENVELOPE ->
                reply != null && reply.forGood()
                        ? new RefusedForGood(status())
                        : new NotNow(failed() ? status() : noReply);
            case WITHDRAWN -> new Withdrawn();
            case HANDED_OVER -> answered();
        };
    }

    private DeliveryResult answered() {
        if (reply == null) {
            return new Uncertain();
        }
        return switch (reply.code() / 100) {
            case 2 -> new Accepted(reply.receipt());
            case 4 -> new NotNow(reply.status());
            case 5 -> new RefusedForGood(reply.status());
            default -> new Uncertain();
        };
    }

    private boolean failed() {
        return reply != null && (reply.notNow() || reply.forGood());
    }

    private String status() {
        return reply == null ? CONNECTION_LOST : reply.status();
    }

    /** The last line goes out on its own so that nothing waits in a buffer; then the hand-over; then the dot. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        if (raw == null) {
            throw new IllegalStateException("no message");
        }
        sendCommand(raw.lastLine());
        if (!recorded()) {
            phase = Phase.WITHDRAWN;
            throw new IOException("withdrawn"); // drops the connection without another word
        }
        phase = Phase.HANDED_OVER;
        sendCommand(".");
        readServerResponse();
    }

    private boolean recorded() {
        try {
            return handOver.record();
        } catch (RuntimeException e) {
            broken = e;
            return false;
        }
    }

    /** Says goodbye and closes; the result is known by then, whether goodbye can be said or not. */
    @Override
    public synchronized void close() {
        try {
            super.close();
        } catch (MessagingException _) {
            // closed all the same
        }
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (!command.equals("QUIT")) {
            reply = null;
        }
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        var code = super.readServerResponse();
        reply = code < 100 ? null : SmtpReply.parse(code, getLastServerResponse());
        return code;
    }

    /** One message per connection: there is nothing to reset, and its answer would hide the one that matters. */
    @Override
    public synchronized void issueCommand(String command, int expected) throws MessagingException {
        if (!command.equals("RSET")) {
            super.issueCommand(command, expected);
        }
    }
}
