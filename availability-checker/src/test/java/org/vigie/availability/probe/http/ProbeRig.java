package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.ParkingList;
import org.vigie.availability.probe.Probe;
import org.vigie.support.dns.DnsConfiguration;
import org.vigie.support.dns.Resolvers;
import org.vigie.support.settings.VigieSettings;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.ParseResult;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

/** A probe whose Internet is 127.9.0.0/16, and the list of every address it tried to connect to. */
final class ProbeRig {

    static final Identity SOMEBODY = new Identity("somebody", Map.of("User-Agent", "Somebody/1.0"));

    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The usual one, ten times as short. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(9), Duration.ofMillis(110));

    private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();

    private final List<InetAddress> connectedTo = new CopyOnWriteArrayList<>();
    private final Probe probe;
    private final Parking parking;

    ProbeRig(String... nameServers) {
        var networks = TestNetworks.parse("127.9.0.0/16");
        var global = new GlobalAddresses(networks, List.of(InetAddress.ofLiteral("127.0.0.1")));
        var direct = new DirectConnections();
        var connections = new Connections() {
            @Override
            public Socket open(InetSocketAddress address, Duration timeout) throws IOException {
                connectedTo.add(address.getAddress());
                return direct.open(address, timeout);
            }
        };
        var list = ParkingList.bundled();
        var resolvers = resolvers(nameServers);
        this.probe = new HttpProbe(
                new Hop(
                        new HostVetting(resolvers, global, networks, list),
                        new Exchange(connections, new Tls(), list, PATIENCE, CLOCK),
                        new AddressSlots(),
                        PATIENCE),
                SUFFIXES,
                PATIENCE,
                CLOCK);
        this.parking = new DnsParking(resolvers, SUFFIXES, list);
    }

    Probe probe() {
        return probe;
    }

    Parking parking() {
        return parking;
    }

    List<InetAddress> connectedTo() {
        return List.copyOf(connectedTo);
    }

    Outcome ask(String url) {
        return probe.ask(question(url)).outcome();
    }

    Answer answer(String url) {
        return ((Outcome.Answered) ask(url)).answer();
    }

    static Ask question(String url) {
        return question(url, null);
    }

    static Ask question(String url, @Nullable String referrer) {
        return new Ask(
                url(url), referrer == null ? null : url(referrer), SOMEBODY, Ask.Method.HEAD_THEN_GET, false, false);
    }

    static WebUrl url(String text) {
        return ((ParseResult.Parsed) WebUrl.parse(text)).url();
    }

    static Resolvers resolvers(String... nameServers) {
        var settings = new VigieSettings(
                VigieSettings.Mode.EVALUATION,
                Path.of("target"),
                null,
                1,
                null,
                List.of(),
                nameServers.length == 0 ? List.of("127.0.0.1:1") : Arrays.asList(nameServers));
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(VigieSettings.class, () -> settings);
        context.register(DnsConfiguration.class);
        context.refresh();
        return context.getBean(Resolvers.class);
    }
}
