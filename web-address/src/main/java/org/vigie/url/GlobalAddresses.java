package org.vigie.url;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.vigie.url.AddressVerdict.NotPublic;
import org.vigie.url.AddressVerdict.Public;

/**
 * Tells the addresses one may connect to from those that lead into somebody's own network (IANA special-purpose address
 * registries, RFC 6890). Only what is known to be global unicast is public. Immutable.
 */
public final class GlobalAddresses {

    private static final AddressRange[] IPV4_DENIED = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Named before the rule that everything outside 2000::/3 is not public, so that a verdict says which it was. */
    private static final AddressRange[] IPV6_DENIED = ranges(
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "2620:4f:8000::/48",
            "3fff::/20",
            "::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "100:0:0:1::/64",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8");

    private static final AddressRange IPV6_GLOBAL = AddressRange.parse("2000::/3");
    /** IPv4 addresses as a translator shows them (RFC 6052); they lead where the IPv4 address leads. */
    private static final AddressRange TRANSLATED = AddressRange.parse("64:ff9b::/96");
    /** Java makes these IPv4 by itself; octets from elsewhere may still come so. */
    private static final AddressRange MAPPED = AddressRange.parse("::ffff:0:0/96");

    private final TestNetworks testNetworks;
    private final Set<InetAddress> own;

    /**
     * @param testNetworks whose addresses count as public
     * @param own addresses of this machine, which are never public
     */
    public GlobalAddresses(TestNetworks testNetworks, Collection<InetAddress> own) {
        this.testNetworks = testNetworks;
        this.own = Set.copyOf(own);
    }

    /**
     * With the addresses this machine has now.
     *
     * @throws IllegalStateException if the system does not tell them
     */
    public static GlobalAddresses onThisMachine(TestNetworks testNetworks) {
        try {
            return new GlobalAddresses(
                    testNetworks,
                    NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .toList());
        } catch (SocketException e) {
            throw new IllegalStateException("the system does not tell its own addresses", e);
        }
    }

    /** The IPv4 address that an IPv6 address stands for: translated (RFC 6052) or mapped; any other is itself. */
    public static InetAddress behindTranslation(InetAddress address) {
        var octets = address.getAddress();
        return TRANSLATED.contains(octets) || MAPPED.contains(octets)
                ? AddressBytes.toAddress(Arrays.copyOfRange(octets, 12, 16))
                : address;
    }

    public boolean isPublic(InetAddress address) {
        return vet(address) instanceof Public;
    }

    /** Whether one may connect to the address, and if not, the range that says so. */
    public AddressVerdict vet(InetAddress address) {
        if (testNetworks.contains(address)) {
            return new Public();
        }
        return own.contains(address) ? new NotPublic("own address") : vet(address.getAddress());
    }

    private AddressVerdict vet(byte[] octets) {
        if (octets.length == 4) {
            return vet(octets, IPV4_DENIED);
        }
        if (TRANSLATED.contains(octets) || MAPPED.contains(octets)) {
            return vet(Arrays.copyOfRange(octets, 12, 16));
        }
        var verdict = vet(octets, IPV6_DENIED);
        return verdict instanceof Public && !IPV6_GLOBAL.contains(octets)
                ? new NotPublic("outside " + IPV6_GLOBAL)
                : verdict;
    }

    private static AddressVerdict vet(byte[] octets, AddressRange[] denied) {
        for (var range : denied) {
            if (range.contains(octets)) {
                return new NotPublic(range.toString());
            }
        }
        return new Public();
    }

    private static AddressRange[] ranges(String... cidrs) {
        return Arrays.stream(cidrs).map(AddressRange::parse).toArray(AddressRange[]::new);
    }
}
