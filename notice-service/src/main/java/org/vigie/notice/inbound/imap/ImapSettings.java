package org.vigie.notice.inbound.imap;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that answers to notices come to.
 *
 * @param imap {@code host:port}; empty: nothing is fetched. TLS is required unless the host is loopback: from the
 *     beginning at port 993, by STARTTLS elsewhere
 * @param user whose mailbox it is
 * @param passwordFile a file with the password and nothing else
 * @param folder that is emptied
 * @param unreadable folder that takes what only a person can read
 * @param every between two fetches, in real time
 */
@ConfigurationProperties("vigie.inbound")
record ImapSettings(
        @DefaultValue("") String imap,
        @DefaultValue("") String user,
        @Nullable Path passwordFile,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Unreadable") String unreadable,
        @DefaultValue("30s") Duration every) {

    private static final Pattern WRITTEN = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):([0-9]{1,5})");

    ImapSettings {
        if (!imap.isBlank() && !WRITTEN.matcher(imap.strip()).matches()) {
            throw new IllegalArgumentException("VIGIE_INBOUND_IMAP: not host:port");
        }
        if (!imap.isBlank() && (user.isBlank() || passwordFile == null)) {
            throw new IllegalArgumentException(
                    "VIGIE_INBOUND_IMAP needs VIGIE_INBOUND_USER and VIGIE_INBOUND_PASSWORDFILE");
        }
        if (!imap.isBlank() && passwordFile != null && !Files.isReadable(passwordFile)) {
            throw new IllegalArgumentException("VIGIE_INBOUND_PASSWORDFILE: the file cannot be read");
        }
        if (every.toMillis() < 1) {
            throw new IllegalArgumentException("VIGIE_INBOUND_EVERY: %s is not above zero".formatted(every));
        }
    }

    boolean isOn() {
        return !imap.isBlank();
    }

    String host() {
        return imap.strip().substring(0, imap.strip().lastIndexOf(':')).replaceAll("[\\[\\]]", "");
    }

    int port() {
        return Integer.parseInt(imap.strip().substring(imap.strip().lastIndexOf(':') + 1));
    }

    /** What a name resolves to is not asked. */
    boolean isLoopback() {
        try {
            return host().equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host()).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
