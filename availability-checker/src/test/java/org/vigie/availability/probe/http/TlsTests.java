package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.availability.fixture.DnsFixture;
import org.vigie.availability.fixture.Request;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Outcome;
import org.vigie.testing.Certificates;

/** A bad certificate is noted; it is no removal. */
class TlsTests {

    /** As keytool takes it; the probe goes by the rig's clock. */
    private static final DateTimeFormatter START_DATE =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final ProbeRig rig = new ProbeRig();

    @ParameterizedTest(name = "row 57: {0}, since {1} days for {2} days")
    @CsvSource({
        "ip:127.9.5.1, 1, 10, CERTIFICATE_SELF_SIGNED",
        "ip:127.9.5.1, 10, 1, CERTIFICATE_SELF_SIGNED CERTIFICATE_EXPIRED",
        "dns:other.test, 1, 10, CERTIFICATE_SELF_SIGNED CERTIFICATE_OTHER_NAME"
    })
    void row57FindsContentBehindABadCertificate(String name, int since, int days, String notes) {
        var from = START_DATE.format(ProbeRig.NOW.minus(Duration.ofDays(since)));
        try (var web = WebFixture.at("127.9.5.1", Certificates.sockets(name, from, days))
                .on("/a", WebFixture.status(200))) {
            var answer = rig.answer(web.url("/a").replace("http:", "https:"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.notes())
                    .extracting(Note::name)
                    .containsExactlyInAnyOrderElementsOf(Set.of(notes.split(" ")));
        }
    }

    @Test
    void aServerThatDoesNotKnowTheNameIsAnOutage() throws IOException {
        var certificate = Certificates.sockets("dns:other.example.com", "-1d", 10);
        try (var dns = new DnsFixture("127.9.5.3");
                var web = WebFixture.at("127.9.5.3", onlyFor("other\\.example\\.com", certificate))
                        .otherwise(WebFixture.status(200))) {
            var named = new ProbeRig(dns.server());

            assertThat(named.ask("https://gone.example.com:%d/a".formatted(web.port())))
                    .isEqualTo(new Outcome.TlsNameUnknown());
            assertThat(named.answer("https://other.example.com:%d/a".formatted(web.port()))
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Sockets that answer other names with the alert unrecognized_name. */
    private static ServerSocketFactory onlyFor(String names, ServerSocketFactory sockets) {
        return adjusted(sockets, parameters -> parameters.setSNIMatchers(List.of(SNIHostName.createSNIMatcher(names))));
    }

    private static ServerSocketFactory adjusted(ServerSocketFactory sockets, Consumer<SSLParameters> adjustment) {
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                var server = (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
                var parameters = server.getSSLParameters();
                adjustment.accept(parameters);
                server.setSSLParameters(parameters);
                return server;
            }

            @Override
            public ServerSocket createServerSocket(int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void cannotTellWhereNoTlsIsSpoken() {
        try (var web = WebFixture.at("127.9.5.2").otherwise(WebFixture.status(200))) {
            assertThat(rig.ask(web.url("/a").replace("http:", "https:"))).isEqualTo(new Outcome.TlsFailed());
        }
    }

    @ParameterizedTest(name = "{0} in the certificate, {1} in the URL: {2}")
    @CsvSource({
        "ip:2001:db8::1, '[2001:db8::1]', true",
        "ip:2001:db8::1, '[2001:db8::2]', false",
        "ip:192.0.2.1, 192.0.2.1, true",
        "dns:example.test, example.test, true",
        "dns:*.example.test, a.example.test, true",
        "dns:*.example.test, a.b.example.test, false",
        "dns:*.example.test, example.test, false"
    })
    void comparesNamesAndAddresses(String certified, String host, boolean same) {
        var certificate = Certificates.certificate(certified, "-1d", 10);

        var notes = Certificate.notes(
                certificate, ProbeRig.url("https://" + host + "/").host(), Instant.now());

        assertThat(notes.contains(Note.CERTIFICATE_OTHER_NAME)).isEqualTo(!same);
    }

    @Test
    void goesByTheClockItIsGiven() {
        var certificate = Certificates.certificate("dns:example.test", "-1d", 10);
        var host = ProbeRig.url("https://example.test/").host();

        assertThat(Certificate.notes(certificate, host, Instant.now())).doesNotContain(Note.CERTIFICATE_EXPIRED);
        assertThat(Certificate.notes(certificate, host, Instant.now().plus(Duration.ofDays(30))))
                .contains(Note.CERTIFICATE_EXPIRED);
    }

    @Test
    void isNotKnownAgainByASessionOfAnotherQuestion() {
        var began = new CopyOnWriteArrayList<Long>();
        try (var web = WebFixture.at("127.9.5.4", Certificates.sockets("ip:127.9.5.4", "-1d", 10))) {
            web.otherwise((request, out, socket) -> {
                began.add(((SSLSocket) socket).getSession().getCreationTime());
                WebFixture.status(200).to(request, out, socket);
            });

            for (int i = 0; i < 3; i++) {
                rig.answer(web.url("/a").replace("http:", "https:"));
            }
        }

        assertThat(began).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void asksOnceMoreOverHttp1WhereHttp2IsOfferedAndRefused() {
        try (var web = WebFixture.at("127.9.5.5", offeringHttp2(Certificates.sockets("ip:127.9.5.5", "-1d", 10)))
                .on("*", (_, _, _) -> {})
                .on("/a", WebFixture.status(200))) {
            assertThat(rig.answer(web.url("/a").replace("http:", "https:")).status())
                    .isEqualTo(200);
            assertThat(web.requests()).extracting(Request::method).containsExactly("PRI", "HEAD");
        }
    }

    private static ServerSocketFactory offeringHttp2(ServerSocketFactory sockets) {
        return adjusted(sockets, parameters -> parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"}));
    }
}
