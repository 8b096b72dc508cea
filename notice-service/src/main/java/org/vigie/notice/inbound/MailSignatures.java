package org.vigie.notice.inbound;

import java.util.Set;
import java.util.function.Predicate;

/** DKIM signatures (RFC 6376) of a message that are valid now. */
public interface MailSignatures {

    /**
     * A valid one.
     *
     * @param headers names of what it signs, in lower case
     */
    record Valid(Set<String> headers) {
        public Valid {
            headers = Set.copyOf(headers);
        }
    }

    /**
     * Verifies those of the domains asked for; never throws. What cannot be found out, such as a key while DNS is away,
     * is no valid signature.
     *
     * @param domain whether a signing domain, in lower case, counts: no key of any other is asked for
     */
    Set<Valid> of(byte[] message, Predicate<String> domain);
}
