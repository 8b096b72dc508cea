package org.vigie.support.dns;

/** One recursive resolver. It keeps no cache: an answer is evidence and must be fresh. */
public interface Resolver {

    /**
     * Asks once; never throws for what the network or the resolver does.
     *
     * @param host in ASCII (RFC 5890 A-labels), without trailing dot
     */
    DnsAnswer ask(String host, AddressFamily family);
}
