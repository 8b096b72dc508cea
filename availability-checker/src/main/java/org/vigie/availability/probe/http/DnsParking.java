package org.vigie.availability.probe.http;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.ParkingList;
import org.vigie.support.dns.AddressFamily;
import org.vigie.support.dns.DnsAnswer;
import org.vigie.support.dns.Resolvers;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.WebUrl;

/** Tells parked names by the configured resolvers and the list of parking services. */
@Component
class DnsParking implements Parking {

    private final Resolvers resolvers;
    private final PublicSuffixes suffixes;
    private final ParkingList list;

    DnsParking(Resolvers resolvers, PublicSuffixes suffixes, ParkingList list) {
        this.resolvers = resolvers;
        this.suffixes = suffixes;
        this.list = list;
    }

    @Override
    public boolean hasItsNameServers(WebUrl url) {
        return suffixes.icannRegistrableDomain(url.host())
                .map(domain ->
                        resolvers.all().stream().anyMatch(resolver -> list.hasServer(resolver.nameServers(domain))))
                .orElse(false);
    }

    @Override
    public boolean isAnsweredForAnything(WebUrl url, String label) {
        return suffixes.icannRegistrableDomain(url.host())
                .map(domain -> {
                    var beside = label + domain.substring(domain.indexOf('.'));
                    var found = addresses(beside);
                    return !found.isEmpty() && found.equals(addresses(url.hostWithoutDot()));
                })
                .orElse(false);
    }

    private Set<InetAddress> addresses(String name) {
        for (var resolver : resolvers.all()) {
            var found = new HashSet<InetAddress>();
            for (var family : AddressFamily.values()) {
                if (resolver.ask(name, family) instanceof DnsAnswer.Found(var addresses, var _)) {
                    found.addAll(addresses);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }
}
