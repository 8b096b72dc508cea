package org.vigie.notice.delivery.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/** Hands messages to the relay, one connection each. */
final class SmtpChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpChannel.class);

    /** TLS is required and not offered (RFC 3463 section 3.8). */
    private static final String NO_TLS = "4.7.4";

    /** TLS failed, or the certificate is not the relay's (RFC 3463 section 3.8). */
    private static final String TLS_FAILED = "4.7.5";

    private final Relay relay;
    private final Properties properties;
    private final Duration longest;
    private final boolean proof;
    /** Those that nobody uses now: a new one looks for its providers in every jar. */
    private final Queue<Session> sessions = new ConcurrentLinkedQueue<>();

    SmtpChannel(Relay relay, SmtpSettings settings) {
        this(relay, properties(relay, settings), settings.smtpConversationTimeout(), settings.smtpProofOfDelivery());
    }

    SmtpChannel(Relay relay, Properties properties, Duration longest, boolean proof) {
        this.relay = relay;
        this.properties = properties;
        this.longest = longest;
        this.proof = proof;
    }

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        var known = sessions.poll();
        var session = known == null ? Session.getInstance((Properties) properties.clone()) : known;
        try {
            return deliver(message, handOver, session);
        } finally {
            sessions.add(session);
        }
    }

    private DeliveryResult deliver(OutgoingMessage message, HandOver handOver, Session session) {
        var sockets = new EndingSockets(longest);
        prepare(session, message, sockets);
        var noReply = SmtpConversation.CONNECTION_LOST;
        try (sockets;
                var conversation = new SmtpConversation(session, handOver, proof)) {
            try {
                conversation.connect(relay.host(), relay.port(), null, null);
                conversation.connected();
                conversation.send(message, session);
            } catch (MessagingException e) {
                noReply = statusOf(e, conversation);
                LOG.atDebug()
                        .addKeyValue("status", noReply)
                        .addKeyValue("failure", rootOf(e).getClass().getName())
                        .log("conversation with the relay ended early");
            }
            return conversation.result(noReply);
        }
    }

    static Properties properties(Relay relay, SmtpSettings settings) {
        var properties = new Properties();
        properties.setProperty(
                "mail.smtp.connectiontimeout",
                Long.toString(settings.smtpConnectTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", Long.toString(settings.smtpReadTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.writetimeout",
                Long.toString(settings.smtpWriteTimeout().toMillis()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(relay.tls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(relay.tls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Greets with the sending domain instead of asking the system what this machine is called. */
    private static void prepare(Session session, OutgoingMessage message, EndingSockets sockets) {
        var own = session.getProperties();
        own.put("mail.smtp.socketFactory", sockets);
        var sender = message.envelopeFrom();
        own.setProperty("mail.smtp.localhost", sender.substring(sender.indexOf('@') + 1));
    }

    private String statusOf(MessagingException failure, SmtpConversation conversation) {
        if (conversation.tlsFailed()) {
            return TLS_FAILED;
        }
        return switch (rootOf(failure)) {
            case SSLException _ -> TLS_FAILED;
            case ConnectException _, UnknownHostException _ -> SmtpConversation.NO_ANSWER;
            case Throwable _
            when relay.tls() && !conversation.isSSL() && conversation.getLastReturnCode() == 250 -> NO_TLS;
            case Throwable _ -> SmtpConversation.CONNECTION_LOST;
        };
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
