package org.vigie.url;

import java.net.InetAddress;
import java.util.Optional;

/** The host of a web address. Its {@code toString} shows the kind only, so that a log cannot give it away. */
public sealed interface Host {

    /**
     * Reads the host of a URL, or a name from elsewhere such as a rule or a DNS answer; IPv6 in brackets. Empty if the
     * WHATWG URL Standard, section 3.5, refuses it. Never throws, whatever the string.
     */
    static Optional<Host> parse(String text) {
        return HostParser.parse(text);
    }

    /** The host as the WHATWG URL Standard, section 3.5, serialises it; IPv6 in brackets, a trailing dot kept. */
    String text();

    HostKind kind();

    /** The host without the dot that may end it: the form for keys, certificates and server name indication. */
    default String withoutDot() {
        return text();
    }

    /**
     * A name, in ASCII and lower case.
     *
     * @param text what UTS 46 ToASCII gave, with the trailing dot if there was one
     */
    record Domain(String text) implements Host {

        private static final int MAX_NAME = 253;
        private static final int MAX_LABEL = 63;

        @Override
        public HostKind kind() {
            return DomainKinds.of(withoutDot());
        }

        /** The name without one trailing dot; a name of nothing but dots, or ending in two, is left as it is. */
        @Override
        public String withoutDot() {
            return endsInOneDot() ? text.substring(0, text.length() - 1) : text;
        }

        /**
         * Whether the name system could hold this name: labels of 1 to 63 octets, 253 in all (RFC 1035, section 2.3.4).
         * URLs may hold other names; they resolve nowhere.
         */
        public boolean fitsDns() {
            var name = withoutDot();
            if (name.length() > MAX_NAME) {
                return false;
            }
            for (var label : name.split("\\.", -1)) {
                if (label.isEmpty() || label.length() > MAX_LABEL) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Whether this is the given name or one below it, at any depth. Whole labels count: {@code badhost.example} is
         * not within {@code host.example}.
         *
         * @param name in lower-case ASCII, without trailing dot
         */
        public boolean isWithin(String name) {
            return DomainKinds.isWithin(withoutDot(), name);
        }

        private boolean endsInOneDot() {
            var length = text.length();
            return length > 1 && text.charAt(length - 1) == '.' && text.charAt(length - 2) != '.';
        }

        @Override
        public String toString() {
            return "Domain[" + kind() + "]";
        }
    }

    /**
     * An IPv4 address, however it was spelled.
     *
     * @param bits the address as an unsigned 32-bit number
     */
    record Ipv4(int bits) implements Host {

        @Override
        public String text() {
            return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
        }

        @Override
        public HostKind kind() {
            return HostKind.IPV4;
        }

        /** The address; asks no name server. */
        public InetAddress address() {
            return AddressBytes.toAddress(AddressBytes.ofIpv4(bits));
        }

        @Override
        public String toString() {
            return "Ipv4[]";
        }
    }

    /**
     * An IPv6 address.
     *
     * @param high the first 64 bits
     * @param low the last 64 bits
     */
    record Ipv6(long high, long low) implements Host {

        @Override
        public String text() {
            return "[" + Ipv6Text.of(high, low) + "]";
        }

        @Override
        public HostKind kind() {
            return HostKind.IPV6;
        }

        /**
         * The address; asks no name server. An IPv4-mapped address ({@code ::ffff:0:0/96}) gives the IPv4 address in
         * it.
         */
        public InetAddress address() {
            return AddressBytes.toAddress(AddressBytes.ofIpv6(high, low));
        }

        @Override
        public String toString() {
            return "Ipv6[]";
        }
    }
}
