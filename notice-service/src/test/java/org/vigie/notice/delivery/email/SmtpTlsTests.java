package org.vigie.notice.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.notice.delivery.ChannelContract;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.testing.Certificates;

/** Mail for a relay that is not this machine is encrypted to the one whose name its certificate holds, or not sent. */
@Timeout(60)
class SmtpTlsTests {

    private static final Duration LONG = Duration.ofSeconds(20);

    private ScriptedRelay relay;

    @BeforeEach
    void start() throws IOException {
        relay = new ScriptedRelay();
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
    }

    @Test
    void deliversToTheRelayWhoseNameItIs() throws Exception {
        var store = Certificates.store("dns:localhost", "-1d", 30);
        relay.withTls(Certificates.showing(store));

        assertThat(deliver("localhost", store)).isInstanceOf(Accepted.class);
        assertThat(relay.arrived()).containsExactly(ChannelContract.MESSAGE.bytes());
        assertThat(relay.heard()).startsWith("EHLO sender.example", "STARTTLS", "EHLO sender.example");
    }

    @Test
    void saysNothingToOneOfAnotherName() throws Exception {
        var store = Certificates.store("dns:other.example", "-1d", 30);
        relay.withTls(Certificates.showing(store));

        refused(deliver("localhost", store));
    }

    @Test
    void saysNothingToOneThatNobodyVouchesFor() throws Exception {
        relay.withTls(Certificates.showing(Certificates.store("dns:localhost", "-1d", 30)));

        refused(deliver("localhost", null));
    }

    private void refused(DeliveryResult result) {
        assertThat(result).isEqualTo(new NotNow("4.7.5"));
        assertThat(relay.heard()).noneMatch(line -> line.startsWith("MAIL"));
        assertThat(relay.arrived()).isEmpty();
    }

    /** @param trusted whose certificates are vouched for; absent for those that the JDK trusts */
    private DeliveryResult deliver(String host, @Nullable KeyStore trusted) throws GeneralSecurityException {
        var settings = new SmtpSettings("127.0.0.1:25", LONG, LONG, LONG, LONG, false);
        var secured = new Relay(host, relay.port(), true);
        var properties = SmtpChannel.properties(secured, settings);
        if (trusted != null) {
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            properties.put("mail.smtp.ssl.socketFactory", context.getSocketFactory());
        }
        return new SmtpChannel(secured, properties, LONG, false).deliver(ChannelContract.MESSAGE, () -> true);
    }
}
