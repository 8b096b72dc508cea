package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.availability.fixture.Certificates;
import org.vigie.availability.fixture.DnsFixture;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Outcome;

/** A bad certificate is noted; it is no removal. */
class TlsTests {

    private final ProbeRig rig = new ProbeRig();

    @ParameterizedTest(name = "row 57: {0}, from {1} for {2} days")
    @CsvSource({
        "ip:127.9.5.1, -1d, 10, CERTIFICATE_SELF_SIGNED",
        "ip:127.9.5.1, -10d, 1, CERTIFICATE_SELF_SIGNED CERTIFICATE_EXPIRED",
        "dns:other.test, -1d, 10, CERTIFICATE_SELF_SIGNED CERTIFICATE_OTHER_NAME"
    })
    void row57FindsContentBehindABadCertificate(String name, String from, int days, String notes) {
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
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                var server = (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
                var parameters = server.getSSLParameters();
                parameters.setSNIMatchers(List.of(SNIHostName.createSNIMatcher(names)));
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
}
