package org.vigie.notice.webhook;

import java.util.Optional;
import org.vigie.url.BadPorts;
import org.vigie.url.Host;
import org.vigie.url.Scheme;
import org.vigie.url.WebUrl;

/** Which URLs messages are sent to, as far as the URL tells. */
public final class ReceiverUrls {

    /** That nothing longer is one. */
    public static final int LONGEST = 2048;

    private ReceiverUrls() {}

    /**
     * The URL read; empty if nothing is sent there.
     *
     * @param trial whether http to this machine will do, as in an evaluation
     */
    public static Optional<WebUrl> read(String text, boolean trial) {
        return text.length() > LONGEST
                ? Optional.empty()
                : WebUrl.parse(text)
                        .found()
                        .filter(url -> url.userinfo().isEmpty() && !BadPorts.contains(url.port()))
                        .filter(url -> url.scheme() == Scheme.HTTPS || (trial && isHere(url)));
    }

    /** Whether its host is this machine by its literal address. */
    public static boolean isHere(WebUrl url) {
        return switch (url.host()) {
            case Host.Ipv4 ip -> ip.address().isLoopbackAddress();
            case Host.Ipv6 ip -> ip.address().isLoopbackAddress();
            case Host.Domain _ -> false;
        };
    }
}
