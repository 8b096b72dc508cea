package org.vigie.notice.message;

import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;

/**
 * Who is written to, in which role and why.
 *
 * @param address the contact's mail address, or that of its web form
 * @param format what the contact reads best
 * @param role the role it is addressed in
 * @param evidence the chain's code of why it has that role
 * @param severalHosts vetted never to forward a notice: one message may name several hosts
 * @param country ISO 3166-1 alpha-2, for the legal basis; absent if unknown
 */
public record Recipient(
        String address,
        Format format,
        String providerName,
        Role role,
        String evidence,
        boolean severalHosts,
        @Nullable String country) {

    public Recipient {
        address = FormAddress.requireItOrMail(address);
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "Recipient[%s, %s]".formatted(role, format);
    }
}
