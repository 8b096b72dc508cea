package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ChainSnapshot.Rung;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Samples;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

class RankingTests {

    private final List<Provider> providers = new ArrayList<>();
    private final Map<UUID, Responsiveness> trackRecords = new HashMap<>();

    @Test
    void goesByTierBeforeAnythingElse() {
        var admin = known(
                Samples.withHealth(Samples.provider(Role.CONTENT_ADMIN, "Admin", "example.com"), Health.SOFT_FAILING));
        var host = known(Samples.withHealth(Samples.host("Host", "5.6.0.0/16"), Health.OK));
        var cdn = known(Samples.provider(Role.CDN, "Front", "6.6.0.0/16"));
        var upstream = known(Samples.provider(Role.UPSTREAM, "Carrier", "5.0.0.0/8"));

        assertThat(ranking("a.example.com", "5.6.7.8", "6.6.7.8"))
                .extracting(Rung::providerId)
                .containsExactly(admin.id(), host.id(), cdn.id(), upstream.id());
    }

    @Test
    void goesByResponsivenessTimesContactabilityInsideATier() {
        var fast = known(Samples.host("Fast", "5.6.0.0/16"));
        var slow = known(Samples.withHealth(Samples.host("Slow", "5.6.0.0/16"), Health.OK));
        trackRecords.put(fast.id(), new Responsiveness(98, 97));
        trackRecords.put(slow.id(), new Responsiveness(98, 9));

        var ranking = ranking("a.example.com", "5.6.7.8");

        assertThat(ranking).extracting(Rung::providerId).containsExactly(fast.id(), slow.id());
        assertThat(ranking.getFirst().responsiveness()).isCloseTo(0.98, within(1e-9));
        assertThat(ranking.getFirst().contactability()).isEqualTo(0.6);
        assertThat(ranking.getLast().responsiveness()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void goesByProviderIdAtLastAndNotByTheOrderOfTheFacts() {
        for (int i = 0; i < 20; i++) {
            known(Samples.host("Host " + i, "5.6.0.0/16"));
        }
        var expected = ranking("a.example.com", "5.6.7.8");
        assertThat(expected).extracting(Rung::providerId).isSorted().hasSize(20);

        Collections.shuffle(providers, new Random(1));

        assertThat(ranking("a.example.com", "5.6.7.8")).isEqualTo(expected);
    }

    @Test
    void keepsWhoeverCannotBeReachedAsSuch() {
        known(Samples.unreachable(Role.HOST, "Mute", "5.6.0.0/16"));
        known(Samples.withHealth(Samples.host("Dead", "5.6.0.0/16"), Health.DEAD));

        assertThat(ranking("a.example.com", "5.6.7.8"))
                .allSatisfy(rung -> assertThat(rung.contactability()).isZero())
                .flatExtracting(Rung::reasons)
                .contains("NO_CONTACT", "CONTACT_DEAD");
        assertThat(Ranking.addressable(ranking("a.example.com", "5.6.7.8"))).isFalse();
    }

    @Test
    void writesToProvidersOfAnyCountryAndNotOnlyOfOneOwn() {
        var countries = List.of("NL", "FR", "US", "SC", "RU");
        var hosts = countries.stream()
                .map(country -> known(Samples.in(country, Samples.host("Host in " + country, "5.6.0.0/16"))))
                .map(Provider::id)
                .toList();

        assertThat(ranking("a.example.com", "5.6.7.8"))
                .allSatisfy(rung -> assertThat(rung.contactability()).isPositive())
                .extracting(Rung::providerId)
                .containsExactlyInAnyOrderElementsOf(hosts);
    }

    @Test
    void refusesUpstreamsOnPlatformsAndAsksAnOperatorElsewhere() {
        known(Samples.provider(Role.UPSTREAM, "Carrier", "5.0.0.0/8"));

        assertThat(ranking("a.example.com", "5.6.7.8"))
                .extracting(Rung::approval)
                .containsExactly(Approval.OPERATOR);
        assertThat(ranking("user.github.io", "5.6.7.8"))
                .extracting(Rung::approval)
                .containsExactly(Approval.REFUSED);
        assertThat(Ranking.addressable(ranking("user.github.io", "5.6.7.8"))).isFalse();
    }

    @Test
    void saysWhyACdnIsWrittenToBeforeAnUnknownHost() {
        known(Samples.provider(Role.CDN, "Front", "6.6.0.0/16"));

        assertThat(ranking("a.example.com", "6.6.7.8"))
                .singleElement()
                .satisfies(rung -> assertThat(rung.reasons()).contains("HOST_UNKNOWN_BEHIND_CDN", "ADDRESS_RANGE"));
    }

    @Test
    void leavesOutRetiredAndMergedProviders() {
        known(Samples.retired(Samples.host("Gone", "5.6.0.0/16")));

        assertThat(ranking("a.example.com", "5.6.7.8")).isEmpty();
    }

    private Provider known(Provider provider) {
        var stored = Samples.stored(provider);
        providers.add(stored);
        return stored;
    }

    private List<Rung> ranking(String host, String... addresses) {
        var book = new NetworkBook(providers);
        var knowledge = new Knowledge(
                book,
                AsTable.NONE,
                Samples.SUFFIXES,
                TestNetworks.none(),
                new GlobalAddresses(TestNetworks.none(), List.of()),
                Outdated.NONE);
        var answer = new NameAnswer.Found(
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toList(), List.of(), List.of());
        var chain = new Investigation(knowledge, _ -> answer, Registries.NOBODY)
                .chain(WebUrl.parse("http://" + host + "/").found().orElseThrow(), true);
        return Ranking.of(chain, book, id -> trackRecords.getOrDefault(id, Responsiveness.UNKNOWN));
    }
}
