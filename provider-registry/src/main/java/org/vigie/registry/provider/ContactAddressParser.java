package org.vigie.registry.provider;

import java.util.regex.Pattern;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.url.Host;
import org.vigie.url.Scheme;
import org.vigie.url.WebUrl;

/** Reads a contact's address strictly: one mail address, or one https URL. */
final class ContactAddressParser {

    private static final String ADDRESS = "address";
    private static final int LONGEST_MAIL_ADDRESS = 254;
    /**
     * Dot-atom of at most 64 octets (RFC 5321, section 4.5.3.1.1; RFC 5322, section 3.2.3); quoted forms are refused.
     */
    private static final Pattern MAIL = Pattern.compile(
            "(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9.-]+)");

    private ContactAddressParser() {}

    /**
     * The address as it will be used.
     *
     * @throws UnusableFact if it is not one address of the channel
     */
    static String parse(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> mail(address);
            case HTTPS_JSON, WEB_FORM -> https(address);
            case UNKNOWN -> throw new UnusableFact("channel", "expected EMAIL, HTTPS_JSON or WEB_FORM");
        };
    }

    private static String mail(String address) {
        var parts = MAIL.matcher(address);
        if (address.length() > LONGEST_MAIL_ADDRESS || !parts.matches()) {
            throw new UnusableFact(ADDRESS, "expected one mail address");
        }
        return Host.parse(parts.group(2))
                .filter(host -> host instanceof Host.Domain name && name.fitsDns())
                .map(_ -> address)
                .orElseThrow(() -> new UnusableFact(ADDRESS, "expected one mail address"));
    }

    private static String https(String address) {
        return WebUrl.parse(address)
                .found()
                .filter(url -> url.scheme() == Scheme.HTTPS && url.userinfo().isEmpty())
                .map(WebUrl::href)
                .orElseThrow(() -> new UnusableFact(ADDRESS, "expected an https URL without user or password"));
    }
}
