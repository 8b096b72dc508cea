package org.vigie.availability.probe.http;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.NotAsked;
import org.vigie.availability.probe.Outcome.Reason;
import org.vigie.availability.probe.ParkingList;
import org.vigie.support.dns.AddressFamily;
import org.vigie.support.dns.DnsAnswer;
import org.vigie.support.dns.Resolvers;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.Host;
import org.vigie.url.HostKind;
import org.vigie.url.TestNetworks;

/** Finds the addresses of a host, once, and keeps those that one may connect to. */
@Component
class HostVetting {

    private final Resolvers resolvers;
    private final GlobalAddresses global;
    private final TestNetworks testNetworks;
    private final ParkingList parking;

    HostVetting(Resolvers resolvers, GlobalAddresses global, TestNetworks testNetworks, ParkingList parking) {
        this.resolvers = resolvers;
        this.global = global;
        this.testNetworks = testNetworks;
        this.parking = parking;
    }

    /** Asks the second resolver only if the first has no address. */
    Vetted vet(Host host) {
        return switch (host) {
            case Host.Ipv4 ip -> vetted(List.of(ip.address()), List.of());
            case Host.Ipv6 ip -> vetted(List.of(ip.address()), List.of());
            case Host.Domain domain -> vetName(domain);
        };
    }

    private Vetted vetName(Host.Domain domain) {
        return switch (domain.kind()) {
            case ONION_V3, ONION_V2, ONION_INVALID -> new Vetted.None(new NotAsked(Reason.ONION));
            case SPECIAL_USE -> testNetworks.ranges().isEmpty() ? specialUse() : resolve(domain);
            case DOMAIN, IPV4, IPV6 -> resolve(domain);
        };
    }

    private Vetted resolve(Host.Domain domain) {
        if (!domain.fitsDns()) {
            return new Vetted.None(new NotAsked(Reason.INVALID_NAME));
        }
        var failures = new ArrayList<DnsAnswer>();
        for (var resolver : resolvers.all()) {
            var found = new ArrayList<InetAddress>();
            var passed = new ArrayList<String>();
            for (var family : AddressFamily.values()) {
                var answer = resolver.ask(domain.withoutDot(), family);
                if (answer instanceof DnsAnswer.Found(var addresses, var aliases)) {
                    found.addAll(addresses);
                    passed.addAll(aliases);
                } else {
                    failures.add(answer);
                }
            }
            if (!found.isEmpty()) {
                var special = domain.kind() == HostKind.SPECIAL_USE && !testNetworks.containAll(found);
                return special ? specialUse() : vetted(found, passed);
            }
        }
        return new Vetted.None(agreed(failures));
    }

    /** A name is gone only if every resolver says so for both families; one that is not sure outweighs all. */
    private static Outcome agreed(List<DnsAnswer> failures) {
        if (failures.stream().allMatch(DnsAnswer.NoSuchName.class::isInstance)) {
            return new Outcome.NameGone();
        }
        if (failures.stream().allMatch(DnsAnswer.NoData.class::isInstance)) {
            return new Outcome.NoAddress();
        }
        return new Outcome.DnsBroken();
    }

    private Vetted vetted(List<InetAddress> found, List<String> aliases) {
        var allowed = found.stream().filter(global::isPublic).toList();
        return allowed.isEmpty()
                ? new Vetted.None(new Outcome.Unroutable())
                : new Vetted.Addresses(allowed, allowed.size() < found.size(), digest(found), signs(found, aliases));
    }

    private Set<ParkingSign> signs(List<InetAddress> found, List<String> aliases) {
        var signs = EnumSet.noneOf(ParkingSign.class);
        if (parking.hasAlias(aliases)) {
            signs.add(ParkingSign.ALIAS);
        }
        if (parking.hasAddress(found)) {
            signs.add(ParkingSign.ADDRESS);
        }
        return signs;
    }

    private static Vetted specialUse() {
        return new Vetted.None(new NotAsked(Reason.SPECIAL_USE_NAME));
    }

    /** Sixteen bits: enough to see a change, too few to find an address by. */
    private static String digest(List<InetAddress> addresses) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            addresses.stream()
                    .map(InetAddress::getAddress)
                    .map(ByteBuffer::wrap)
                    .sorted()
                    .forEach(octets -> sha.update(octets.duplicate()));
            return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
