package org.vigie.notice.delivery.email;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organisation's mail relay and how long it is waited for.
 *
 * @param smtp {@code host:port}; MX records are never looked up; TLS is required unless the host is loopback
 * @param smtpConnectTimeout until the connection stands
 * @param smtpReadTimeout for each answer; RFC 5321 section 4.5.3.2.6 gives the last one 10 minutes
 * @param smtpWriteTimeout for each piece sent
 * @param smtpConversationTimeout for all of it: a relay that answers a byte at a time gets no longer
 * @param smtpProofOfDelivery whether the relay is asked to report each delivery (RFC 3461), not only what fails
 */
@ConfigurationProperties("vigie")
record SmtpSettings(
        @DefaultValue("127.0.0.1:25") String smtp,
        @DefaultValue("30s") Duration smtpConnectTimeout,
        @DefaultValue("10m") Duration smtpReadTimeout,
        @DefaultValue("1m") Duration smtpWriteTimeout,
        @DefaultValue("14m") Duration smtpConversationTimeout,
        @DefaultValue("false") boolean smtpProofOfDelivery) {

    SmtpSettings {
        positive("smtp-connect-timeout", smtpConnectTimeout);
        positive("smtp-read-timeout", smtpReadTimeout);
        positive("smtp-write-timeout", smtpWriteTimeout);
        positive("smtp-conversation-timeout", smtpConversationTimeout);
        Relay.parse(smtp);
    }

    Relay relay() {
        return Relay.parse(smtp);
    }

    private static void positive(String name, Duration timeout) {
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("vigie.%s: %s is not between 1 ms and 24 days".formatted(name, timeout));
        }
    }
}
