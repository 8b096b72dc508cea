package org.vigie.registry.rdap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.registry.rdap.RdapContact.ContactRole;
import org.vigie.registry.rdap.RdapRecord.Span;
import org.vigie.registry.rdap.RdapTransport.Reply;
import org.vigie.testing.MutableClock;
import org.vigie.url.AddressRange;

class RdapClientTests {

    private static final RdapQuery WITH = new RdapQuery.Domain("with.example");
    private static final RdapQuery WITHOUT = new RdapQuery.Domain("without.example");

    private static final RdapQuery.Network AROUND = new RdapQuery.Network(InetAddress.ofLiteral("5.0.0.0"), 8);

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final Map<String, Reply> replies = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();
    private final RdapClient client = new RdapClient(
            () -> new RdapBootstrap(
                    "test",
                    List.of(new RdapBootstrap.Network(
                            AddressRange.parse("5.0.0.0/8"), 8, List.of(URI.create("https://r.example")))),
                    List.of(),
                    Map.of("example", List.of(URI.create("https://r.example/")))),
            uri -> {
                asked.add(uri);
                return replies.getOrDefault(uri.toString(), new Reply.Failed("TIMEOUT"));
            },
            RdapClientTests::read,
            clock);

    @Test
    void givesNoContactOfAnotherAnswer() {
        replies.put("https://r.example/domain/with.example", answered(200, "abuse@x.test"));
        replies.put("https://r.example/domain/without.example", answered(200, "nobody"));

        assertThat(abuse(client.ask(WITH))).containsExactly("abuse@x.test");
        assertThat(abuse(client.ask(WITHOUT))).isEmpty();
        assertThat(client.ask(WITHOUT)).isInstanceOf(RdapAnswer.Found.class);
    }

    @Test
    void takesOnlyA404ForNothing() {
        replies.put("https://r.example/domain/with.example", answered(404, ""));

        assertThat(client.ask(WITH)).isEqualTo(new RdapAnswer.Nothing());
        client.ask(WITH);
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofHours(25));
        client.ask(WITH);
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 403, 429, 500, 502, 503})
    void takesAnyOtherStatusForUnknownAndAsksAgain(int status) {
        replies.put("https://r.example/domain/with.example", answered(status, "abuse@x.test"));

        assertThat(client.ask(WITH)).isInstanceOf(RdapAnswer.Unknown.class);
        client.ask(WITH);
        assertThat(asked).hasSize(2);
    }

    @Test
    void takesWhatIsNotRdapForUnknown() {
        replies.put("https://r.example/domain/with.example", answered(200, "<html>"));

        assertThat(client.ask(WITH)).isEqualTo(new RdapAnswer.Unknown("NOT_RDAP"));
    }

    @Test
    void followsAFewRedirectsOverHttpsOnly() {
        replies.put("https://r.example/domain/with.example", new Reply.Redirected(URI.create("https://s.example/d")));
        replies.put("https://s.example/d", answered(200, "abuse@x.test"));
        replies.put("https://r.example/domain/without.example", new Reply.Redirected(URI.create("http://s.example/d")));
        replies.put("https://r.example/domain/loop.example", new Reply.Redirected(URI.create("loop.example")));
        for (int i = 0; i < 9; i++) {
            replies.put(
                    "https://r.example/domain/" + i + ".example",
                    new Reply.Redirected(URI.create((i + 1) + ".example")));
        }

        assertThat(abuse(client.ask(WITH))).containsExactly("abuse@x.test");
        assertThat(client.ask(WITHOUT)).isEqualTo(new RdapAnswer.Unknown("REDIRECT_NOT_HTTPS"));
        assertThat(client.ask(new RdapQuery.Domain("loop.example"))).isEqualTo(new RdapAnswer.Unknown("REDIRECT_LOOP"));
        assertThat(client.ask(new RdapQuery.Domain("0.example")))
                .isEqualTo(new RdapAnswer.Unknown("TOO_MANY_REDIRECTS"));
    }

    @Test
    void asksOnceForAWholeNetworkAndNotForItsNeighbour() {
        replies.put("https://r.example/ip/5.6.7.8", answered(200, "net@x.test"));

        client.ask(ip("5.6.7.8"));
        assertThat(abuse(client.ask(ip("5.6.0.1")))).containsExactly("net@x.test");
        assertThat(asked).hasSize(1);
        assertThat(client.ask(ip("5.7.0.1"))).isEqualTo(new RdapAnswer.Unknown("TIMEOUT"));
    }

    @Test
    void fallsBackOnAnOlderAnswerWhileNobodyCanBeAsked() {
        replies.put("https://r.example/domain/with.example", answered(200, "abuse@x.test"));
        client.ask(WITH);
        replies.clear();

        clock.advance(Duration.ofDays(60));
        assertThat(abuse(client.ask(WITH))).containsExactly("abuse@x.test");
        clock.advance(Duration.ofDays(31));
        assertThat(client.ask(WITH)).isEqualTo(new RdapAnswer.Unknown("TIMEOUT"));
    }

    @Test
    void saysThatNobodyIsKnownToAsk() {
        assertThat(client.ask(new RdapQuery.Domain("x.nosuch"))).isEqualTo(new RdapAnswer.Unknown("NO_SERVER"));
    }

    private static RdapQuery ip(String address) {
        return new RdapQuery.Ip(InetAddress.ofLiteral(address));
    }

    private static Reply answered(int status, String body) {
        return new Reply.Answered(status, body.getBytes(UTF_8));
    }

    private static List<String> abuse(RdapAnswer answer) {
        return answer instanceof RdapAnswer.Found(RdapRecord said) ? said.abuse() : List.of("not found");
    }

    /** Reads an address, or "nobody". */
    private static Optional<RdapRecord> read(byte[] body) {
        var text = new String(body, UTF_8);
        if (text.startsWith("<")) {
            return Optional.empty();
        }
        var span = text.startsWith("net")
                ? new Span(InetAddress.ofLiteral("5.6.0.0"), InetAddress.ofLiteral("5.6.255.255"))
                : null;
        var contacts = text.equals("nobody")
                ? List.<RdapContact>of()
                : List.of(new RdapContact(ContactRole.ABUSE, text, false));
        return Optional.of(new RdapRecord(span, AROUND, contacts, null, List.of(), false));
    }
}
