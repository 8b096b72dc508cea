package org.vigie.url;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Plain mail addresses, as providers' contacts and senders have them: the one rule of every service for what can be
 * written to.
 */
public final class MailAddress {

    private static final int LONGEST = 254;

    /**
     * A dot-atom of at most 64 octets (RFC 5321, section 4.5.3.1.1; RFC 5322, section 3.2.3), and a domain. No quoted
     * forms, and no hyphen at the start, which mail programs would read as an option of theirs.
     */
    private static final Pattern PARTS = Pattern.compile(
            "((?!-)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+)@([^@\\s]++)");

    /**
     * Labels of letters, digits and inner hyphens (RFC 5321, section 4.1.2), two at least: the name of a machine alone
     * leads elsewhere on each machine (section 2.3.5).
     */
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*+(?<!-))?(?:\\.[a-z0-9](?:[a-z0-9-]*+(?<!-))?)++");

    private MailAddress() {}

    /**
     * The address as it is written to: its domain in lower-case ASCII and without trailing dot, the rest as it stands.
     * Empty if the text is anything but one plain address that mail can be sent to.
     */
    public static Optional<String> parse(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches() || parts.group(2).indexOf('%') >= 0) {
            return Optional.empty();
        }
        return Host.parse(parts.group(2))
                .filter(host -> host instanceof Host.Domain name && name.fitsDns())
                .map(Host::withoutDot)
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .map(domain -> parts.group(1) + "@" + domain)
                .filter(address -> address.length() <= LONGEST);
    }
}
