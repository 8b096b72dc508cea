package org.vigie.registry.chain.registries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.registry.chain.RegistrySaid;
import org.vigie.registry.rdap.RdapBootstrap;
import org.vigie.registry.rdap.RdapClient;
import org.vigie.registry.rdap.RdapContact;
import org.vigie.registry.rdap.RdapContact.ContactRole;
import org.vigie.registry.rdap.RdapQuery;
import org.vigie.registry.rdap.RdapRecord;
import org.vigie.registry.rdap.RdapTransport.Reply;
import org.vigie.testing.MutableClock;
import org.vigie.url.AddressRange;

class RdapRegistriesTests {

    private static final List<URI> SERVER = List.of(URI.create("https://r.example/"));
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("5.6.7.8");

    private final Map<String, Reply> replies = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final RdapRegistries registries = new RdapRegistries(new RdapClient(
            () -> new RdapBootstrap(
                    "test",
                    List.of(new RdapBootstrap.Network(AddressRange.parse("5.0.0.0/8"), 8, SERVER)),
                    List.of(),
                    Map.of("example", SERVER)),
            uri -> reply(uri.getPath()),
            body -> Optional.of(recorded(new String(body, UTF_8))),
            MutableClock.at("2026-01-05T10:00:00Z")));

    @Test
    void tellsTheRegistrarTheStatusAndWhoTakesComplaintsForAnAddress() {
        replies.put("/domain/a.example", answered("registrar@x.test"));
        replies.put("/ip/5.6.7.8", answered("abuse@net.test"));

        var said = registries.ask("a.example", List.of(ADDRESS), _ -> true);

        assertThat(said.registrar()).isEqualTo("292");
        assertThat(said.status()).containsExactly("active");
        assertThat(said.abuse()).isEqualTo(Map.of(ADDRESS, List.of("abuse@net.test")));
        assertThat(said.failures()).isEmpty();
    }

    @Test
    void tellsNothingOfOneNetworkForAnother() {
        replies.put("/ip/5.6.7.8", answered("abuse@net.test"));
        replies.put("/ip/5.9.9.9", new Reply.Answered(404, new byte[0]));

        var said = registries.ask(null, List.of(ADDRESS, InetAddress.ofLiteral("5.9.9.9")), _ -> true);

        assertThat(said.abuse()).containsOnlyKeys(ADDRESS);
        assertThat(said.failures()).isEmpty();
    }

    @Test
    void saysWhatCouldNotBeFoundOut() {
        assertThat(registries.ask("a.nosuch", List.of(ADDRESS), _ -> true))
                .isEqualTo(new RegistrySaid(
                        null,
                        new TreeSet<>(),
                        Map.of(),
                        List.of(new Failure("RDAP", "NO_SERVER"), new Failure("RDAP", "TIMEOUT"))));
    }

    @Test
    void asksTheNetworkAroundWhereTheSmallerOneStatesNobody() {
        replies.put("/ip/5.6.7.8", answered("up"));
        replies.put("/ip/5.0.0.0/8", answered("abuse@around.test"));

        assertThat(abuse(_ -> true)).containsExactly("abuse@around.test");
    }

    @Test
    void asksTheNetworkAroundWhereTheContactOfTheSmallerOneIsOutOfUse() {
        replies.put("/ip/5.6.7.8", answered("dead@net.test"));
        replies.put("/ip/5.0.0.0/8", answered("abuse@around.test"));

        assertThat(abuse(address -> !address.startsWith("dead"))).containsExactly("abuse@around.test");
        assertThat(abuse(_ -> true)).containsExactly("dead@net.test");
    }

    @Test
    void goesRoundInNoCircle() {
        replies.put("/ip/5.6.7.8", answered("up"));
        replies.put("/ip/5.0.0.0/8", answered("up"));

        assertThat(abuse(_ -> true)).isEmpty();
        assertThat(asked).hasSizeLessThanOrEqualTo(3);
    }

    private List<String> abuse(Predicate<String> usable) {
        return registries.ask(null, List.of(ADDRESS), usable).abuse().getOrDefault(ADDRESS, List.of());
    }

    private Reply reply(String path) {
        asked.add(path);
        return replies.getOrDefault(path, new Reply.Failed("TIMEOUT"));
    }

    private static Reply answered(String body) {
        return new Reply.Answered(200, body.getBytes(UTF_8));
    }

    /** States the address for abuse, and a network around; nobody where it is "up". */
    private static RdapRecord recorded(String abuse) {
        var contacts =
                abuse.equals("up") ? List.<RdapContact>of() : List.of(new RdapContact(ContactRole.ABUSE, abuse, false));
        var around = new RdapQuery.Network(InetAddress.ofLiteral("5.0.0.0"), 8);
        return new RdapRecord(null, around, contacts, "292", List.of("active"), false);
    }
}
