package org.vigie.support.dns;

import java.net.InetAddress;
import java.util.List;

/** What one resolver said of one name and one address family. No answer shows a name in its text form. */
public sealed interface DnsAnswer {

    /**
     * Addresses, in the order of the answer.
     *
     * @param aliases names passed on the way, from the one asked for to the one that has the addresses (RFC 1034,
     *     section 3.6.2), lower case, without trailing dot; empty if there is no alias
     */
    record Found(List<InetAddress> addresses, List<String> aliases) implements DnsAnswer {

        public Found {
            addresses = List.copyOf(addresses);
            aliases = List.copyOf(aliases);
        }

        @Override
        public String toString() {
            return "Found[" + addresses.size() + "]";
        }
    }

    /** The name exists and has no address of this family. */
    record NoData() implements DnsAnswer {}

    /** The name does not exist (NXDOMAIN, RFC 2308), or an alias leads to one that does not. */
    record NoSuchName() implements DnsAnswer {}

    /** The resolver could not find out (SERVFAIL); it says nothing of the name. */
    record ServerFailed() implements DnsAnswer {}

    /** The resolver would not answer (REFUSED or another code). */
    record Refused() implements DnsAnswer {}

    /** No answer in time, or no way to the resolver. */
    record TimedOut() implements DnsAnswer {}
}
