package org.vigie.support.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.support.dns.DnsAnswer.Found;
import org.vigie.support.dns.DnsAnswer.TimedOut;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Against a responder on loopback that answers by the name's first label. */
class DnsjavaResolverTests {

    private static final InetAddress ADDRESS = InetAddress.ofLiteral("192.0.2.7");

    private DatagramSocket server;
    private Resolver resolver;

    @BeforeEach
    void startResponder() throws SocketException {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::respond);
        resolver = new DnsjavaResolver(
                new InetSocketAddress(server.getLocalAddress(), server.getLocalPort()), Duration.ofMillis(300));
    }

    @AfterEach
    void stopResponder() {
        server.close();
    }

    @Test
    void findsAddresses() {
        assertThat(resolver.ask("plain.example.test", AddressFamily.IPV4))
                .isEqualTo(new Found(List.of(ADDRESS), List.of()));
    }

    @Test
    void namesTheAliasesOnTheWay() {
        assertThat(resolver.ask("alias.example.test", AddressFamily.IPV4))
                .isEqualTo(new Found(List.of(ADDRESS), List.of("alias.example.test", "cdn.example.test")));
    }

    @ParameterizedTest
    @CsvSource({"nx, NoSuchName", "nodata, NoData", "servfail, ServerFailed", "refused, Refused"})
    void tellsEveryFailureApart(String label, String expected) {
        var answer = resolver.ask(label + ".example.test", AddressFamily.IPV4);

        assertThat(answer.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void findsNameServersOrSaysNothing() {
        assertThat(resolver.nameServers("served.example.test")).containsExactly("ns1.example.test");
        assertThat(resolver.nameServers("nx.example.test")).isEmpty();
        assertThat(resolver.nameServers("drop.example.test")).isEmpty();
    }

    /** A key is longer than the 255 octets of one string. */
    @Test
    void joinsTheStringsOfATextOrSaysNothing() {
        assertThat(resolver.texts("text.example.test")).containsExactly("v=DKIM1; p=" + "A".repeat(300));
        assertThat(resolver.texts("nx.example.test")).isEmpty();
        assertThat(resolver.texts("drop.example.test")).isEmpty();
        assertThat(resolver.texts("a".repeat(64) + ".test")).isEmpty();
    }

    @Test
    void aSilentResolverIsNoAnswer() {
        assertThat(resolver.ask("drop.example.test", AddressFamily.IPV4)).isEqualTo(new TimedOut());
    }

    @Test
    void aNameLongerThanTheSystemAllowsDoesNotExist() {
        assertThat(resolver.ask("a".repeat(64) + ".test", AddressFamily.IPV4)).isEqualTo(new DnsAnswer.NoSuchName());
    }

    private void respond() {
        var buffer = new byte[512];
        while (!server.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                server.receive(packet);
                var query = new Message(Arrays.copyOf(buffer, packet.getLength()));
                var name = query.getQuestion().getName();
                if (name.getLabelString(0).equals("drop")) {
                    continue;
                }
                var wire = answer(query, name).toWire();
                server.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
            } catch (SocketException _) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Message answer(Message query, Name name) throws IOException {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        switch (name.getLabelString(0)) {
            case "nx" -> answer.getHeader().setRcode(Rcode.NXDOMAIN);
            case "servfail" -> answer.getHeader().setRcode(Rcode.SERVFAIL);
            case "refused" -> answer.getHeader().setRcode(Rcode.REFUSED);
            case "nodata" -> {}
            case "alias" -> {
                var target = Name.fromString("cdn.example.test.");
                answer.addRecord(new CNAMERecord(name, DClass.IN, 60, target), Section.ANSWER);
                answer.addRecord(new ARecord(target, DClass.IN, 60, ADDRESS), Section.ANSWER);
            }
            case "served" ->
                answer.addRecord(
                        new NSRecord(name, DClass.IN, 60, Name.fromString("NS1.Example.test.")), Section.ANSWER);
            case "text" ->
                answer.addRecord(
                        new TXTRecord(name, DClass.IN, 60, List.of("v=DKIM1; p=" + "A".repeat(200), "A".repeat(100))),
                        Section.ANSWER);
            default -> answer.addRecord(new ARecord(name, DClass.IN, 60, ADDRESS), Section.ANSWER);
        }
        return answer;
    }
}
