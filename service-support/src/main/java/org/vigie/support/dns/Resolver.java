package org.vigie.support.dns;

import java.util.List;

/** One recursive resolver. It keeps no cache: an answer is evidence and must be fresh. */
public interface Resolver {

    /**
     * Asks once; never throws for what the network or the resolver does.
     *
     * @param host in ASCII (RFC 5890 A-labels), without trailing dot
     */
    DnsAnswer ask(String host, AddressFamily family);

    /**
     * The name servers of a domain; never throws for what the network or the resolver does.
     *
     * @param domain in ASCII, without trailing dot
     * @return lower case, without trailing dot; empty if there are none or it could not be found out
     */
    List<String> nameServers(String domain);

    /**
     * The TXT records of a name, the strings of each joined; never throws for what the network or the resolver does.
     *
     * @param name in ASCII, without trailing dot
     * @return empty if there are none or it could not be found out
     */
    List<String> texts(String name);
}
