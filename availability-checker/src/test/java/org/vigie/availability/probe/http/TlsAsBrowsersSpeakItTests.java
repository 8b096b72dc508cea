package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.fixture.DnsFixture;
import org.vigie.availability.fixture.OpensslServer;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Outcome;

/** What browsers accept and the JDK does not, served by the openssl program. */
@Timeout(60)
@EnabledIf("opensslIsInstalled")
class TlsAsBrowsersSpeakItTests {

    private static final String ADDRESS = "127.9.8.1";

    static boolean opensslIsInstalled() {
        return OpensslServer.isInstalled();
    }

    @ParameterizedTest(name = "RSA key exchange, {0}")
    @ValueSource(strings = {"AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA", "AES256-SHA"})
    void looksAtServersWithRsaKeyExchangeOnly(String cipher) throws IOException {
        assertThat(answer("-tls1_2", "-cipher", cipher).status()).isEqualTo(200);
    }

    @Test
    void theWarningUnrecognizedNameIsNotTheEnd() throws IOException {
        assertThat(answer("-tls1_2", "-servername", "other.test", "-cert2", "{}", "-key2", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theFatalAlertUnrecognizedNameIs() throws IOException {
        assertThat(outcome("-servername", "other.test", "-servername_fatal", "-cert2", "{}", "-key2", "{}"))
                .isEqualTo(new Outcome.TlsNameUnknown());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aCertificateThatIsDemandedIsAGate(String version) throws IOException {
        assertThat(outcome(version, "-Verify", "1")).isEqualTo(new Outcome.CertificateDemanded());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void aCertificateThatIsWelcomeIsNoted(String version) throws IOException {
        var answer = answer(version, "-verify", "1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notes()).contains(Note.CERTIFICATE_DEMANDED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"X25519", "P-256", "P-384"})
    void agreesOnEveryCommonCurve(String curve) throws IOException {
        assertThat(answer("-groups", curve).status()).isEqualTo(200);
    }

    private static Answer answer(String... options) throws IOException {
        return ((Outcome.Answered) outcome(options)).answer();
    }

    private static Outcome outcome(String... options) throws IOException {
        try (var dns = new DnsFixture(ADDRESS);
                var server = OpensslServer.at(ADDRESS, options)) {
            return new ProbeRig(dns.server())
                    .probe()
                    .ask(ProbeRig.question("https://example.test:%d/a".formatted(server.port()))
                            .forText())
                    .outcome();
        }
    }
}
