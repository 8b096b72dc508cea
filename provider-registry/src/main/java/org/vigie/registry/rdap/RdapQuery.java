package org.vigie.registry.rdap;

import java.net.InetAddress;

/** A question to a registry. Shows nothing of what it asks about. */
public sealed interface RdapQuery {

    /** Path below a service's base (RFC 9082, section 3.1). */
    String path();

    /** Who holds the network an address lies in. */
    record Ip(InetAddress address) implements RdapQuery {
        @Override
        public String path() {
            return "ip/" + address.getHostAddress();
        }

        @Override
        public String toString() {
            return "Ip[]";
        }
    }

    /** Who holds a network as a whole, such as the one around another. */
    record Network(InetAddress first, int length) implements RdapQuery {
        @Override
        public String path() {
            return "ip/" + first.getHostAddress() + "/" + length;
        }

        @Override
        public String toString() {
            return "Network[]";
        }
    }

    /** Who holds an autonomous system. */
    record As(long number) implements RdapQuery {
        @Override
        public String path() {
            return "autnum/" + number;
        }
    }

    /**
     * Who registered a name.
     *
     * @param name a registrable domain in lower-case ASCII
     */
    record Domain(String name) implements RdapQuery {
        @Override
        public String path() {
            return "domain/" + name;
        }

        @Override
        public String toString() {
            return "Domain[]";
        }
    }
}
