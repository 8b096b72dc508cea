package org.vigie.registry.provider;

import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.url.HttpsAddress;
import org.vigie.url.MailAddress;

/** Reads a contact's address strictly: one mail address, or one https URL. */
final class ContactAddressParser {

    private static final String ADDRESS = "address";

    private ContactAddressParser() {}

    /**
     * The address as it will be used.
     *
     * @throws UnusableFact if it is not one address of the channel
     */
    static String parse(Channel channel, String address) {
        return switch (channel) {
            case EMAIL ->
                MailAddress.parse(address).orElseThrow(() -> new UnusableFact(ADDRESS, "expected one mail address"));
            case HTTPS_JSON, WEB_FORM ->
                HttpsAddress.parse(address)
                        .orElseThrow(() -> new UnusableFact(ADDRESS, "expected an https URL without user or password"));
            case UNKNOWN -> throw new UnusableFact("channel", "expected EMAIL, HTTPS_JSON or WEB_FORM");
        };
    }
}
