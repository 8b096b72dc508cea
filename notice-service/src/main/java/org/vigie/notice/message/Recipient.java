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
 * @param host the name of the host that it is asked to pass the notice on to; absent if not known, or if it has none
 * @param country ISO 3166-1 alpha-2, for the legal basis; absent if unknown
 */
public record Recipient(
        String address,
        Format format,
        String providerName,
        Role role,
        String evidence,
        boolean severalHosts,
        @Nullable String host,
        @Nullable String country) {

    /** A recipient that passes nothing on. */
    public Recipient(
            String address,
            Format format,
            String providerName,
            Role role,
            String evidence,
            boolean severalHosts,
            @Nullable String country) {
        this(address, format, providerName, role, evidence, severalHosts, null, country);
    }

    public Recipient {
        address = FormAddress.requireItOrMail(address);
    }

    /** Whether a person fills a form in, where a mail program would send it. */
    public boolean isForm() {
        return FormAddress.is(address);
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "Recipient[%s, %s]".formatted(role, format);
    }
}
