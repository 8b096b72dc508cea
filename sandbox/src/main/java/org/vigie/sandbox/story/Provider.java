package org.vigie.sandbox.story;

import org.vigie.events.Role;

/**
 * An invented provider.
 *
 * @param type the role it is shown with
 * @param country ISO 3166-1 alpha-2
 * @param object what makes an address or a name its own
 * @param mail where it takes notices
 * @param language ISO 639-1
 * @param refusesMail its mailbox answers 550 to every recipient
 * @param losesMail its mail is taken, and reported back as undeliverable afterwards
 */
public record Provider(
        String name,
        Role type,
        String country,
        Owned object,
        String mail,
        String language,
        boolean refusesMail,
        boolean losesMail) {

    /** A network object, in the terms of {@code POST /v1/providers}. */
    public record Owned(String kind, String value) {}

    /** The {@code n}th address of its network, n from 1 to 254. */
    String address(int n) {
        var network = object.value();
        return network.substring(0, network.lastIndexOf('.') + 1) + n;
    }
}
