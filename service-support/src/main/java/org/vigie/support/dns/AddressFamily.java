package org.vigie.support.dns;

/** Which kind of address is asked for. */
public enum AddressFamily {
    IPV4,
    IPV6
}
