package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Role;
import org.vigie.events.SealedUrl;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.events.provider.ChainSnapshot.Rung;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.EveryProvider;
import org.vigie.registry.provider.InMemoryProviders;
import org.vigie.registry.provider.LearnContacts;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Samples;
import org.vigie.registry.provider.Source;
import org.vigie.support.copies.Copies;
import org.vigie.testing.MutableClock;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.TestNetworks;

/** Hearing and resolving cases, with everything in memory. */
class ResolveCaseTests {

    private static final UUID CASE = new UUID(1, 1);
    private static final long ERASED = 9;

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");
    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryChains chains = new InMemoryChains();
    private final InMemoryPendingResolutions pending = new InMemoryPendingResolutions();
    private final InMemoryCopies<CaseSnapshot> cases = new InMemoryCopies<>();
    private final InMemoryCopies<LocationSnapshot> locations = new InMemoryCopies<>();
    private final KnownCases known = new KnownCases(
            cases,
            locations,
            snapshot ->
                    snapshot.version() < ERASED ? new Location("http://a.example.com/x", null, null) : Location.ERASED);
    private NameAnswer answer = found("5.6.7.8");
    private RegistrySaid said = RegistrySaid.NOTHING;
    private int asked;

    private final FollowCases followCases = new FollowCases(known, chains, pending, providers, (_, _) -> {}, clock);
    private final ResolveCase resolveCase = new ResolveCase(
            known,
            chains,
            pending,
            new ResolveUrl(
                    new CurrentKnowledge(
                            new EveryProvider(providers),
                            Samples.current(AsTable.NONE),
                            Samples.current(Samples.SUFFIXES),
                            Samples.current(CuratedList.NONE),
                            TestNetworks.none(),
                            new GlobalAddresses(TestNetworks.none(), List.of()),
                            clock),
                    new InMemoryTrackRecords(),
                    _ -> {
                        asked++;
                        return answer;
                    },
                    (_, _, _) -> said,
                    clock),
            new LearnContacts(providers, clock),
            clock);

    @Test
    void waitsForVerification() {
        located();
        heard(1, Action.RECEIVED, false, null);
        assertThat(work()).isEmpty();
        assertThat(chains.published()).isEmpty();
        assertThat(asked).isZero();

        heard(2, Action.VERIFIED, false, null);
        work();

        assertThat(chains.published()).hasSize(1);
    }

    @Test
    void isNotMovedByRepeatsAndOlderVersions() {
        heard(2, Action.VERIFIED, false, null);
        located();
        heard(1, Action.RECEIVED, false, null);
        work();
        heard(2, Action.VERIFIED, false, null);
        located();
        work();

        assertThat(chains.published()).hasSize(1);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void forgetsWhatItSawOfAnErasedCaseAndAsksNoMore() {
        located();
        heard(1, Action.VERIFIED, false, null);
        work();
        assertThat(chains.find(CASE).orElseThrow().seen().addressTexts()).isNotEmpty();

        followCases.located(new LocationSnapshot(CASE, ERASED, new SealedUrl("location-1", "")));
        followCases.located(new LocationSnapshot(CASE, 1, new SealedUrl("location-1", "")));
        heard(2, Action.VERIFIED, false, clock.millis() + 1);
        work();

        assertThat(chains.find(CASE).orElseThrow().seen()).isEqualTo(Seen.NOTHING);
        assertThat(newest().hops()).isNotEmpty();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksNothingDuringAHoldThatBeganAfterItWasAskedFor() {
        located();
        heard(1, Action.VERIFIED, false, null);
        heard(2, Action.VERIFIED, true, null);
        work();
        assertThat(asked).isZero();
        assertThat(pending.allDue()).isEmpty();

        heard(3, Action.VERIFIED, false, null);
        work();

        assertThat(asked).isEqualTo(1);
        assertThat(chains.published()).hasSize(1);
    }

    @Test
    void comesAgainLaterAndLaterWhileNobodyAnswers() {
        answer = new NameAnswer.NotAnswered(List.of(new Failure("DNS", "TIMEOUT")));
        located();
        heard(1, Action.VERIFIED, false, null);

        assertThat(work()).contains(clock.instant().plus(Duration.ofMinutes(5)));
        clock.advance(Duration.ofMinutes(5));
        assertThat(work()).contains(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(newest().reason()).isEqualTo("NOT_RESOLVED");
        assertThat(newest().degraded()).isTrue();
        assertThat(chains.published()).hasSize(1);

        providers.save(Samples.host("Late", "5.6.0.0/16"));
        answer = found("5.6.7.8");
        assertThat(work()).isEmpty();
        assertThat(newest().reason()).isNull();
    }

    @Test
    void looksAgainWhenTheOnlyAddresseeCanNoLongerBeReached() {
        var host = providers.save(Samples.host("Host", "5.6.0.0/16")).orElseThrow();
        located();
        heard(1, Action.VERIFIED, false, null);
        work();
        assertThat(newest().reason()).isNull();

        var dead = providers.save(Samples.withHealth(host, Health.DEAD)).orElseThrow();
        followCases.changed(published(dead));
        work();

        assertThat(newest().reason()).isEqualTo("NO_USABLE_CONTACT");
        providers.save(Samples.withHealth(dead, Health.OK));
        followCases.changed(published(providers.find(host.id()).orElseThrow()));
        work();
        assertThat(newest().reason()).isNull();
    }

    @Test
    void leavesAloneWhatHasAnAddressee() {
        providers.save(Samples.host("Host", "5.6.0.0/16"));
        located();
        heard(1, Action.VERIFIED, false, null);
        work();

        followCases.changed(
                published(providers.save(Samples.host("Other", "6.6.0.0/16")).orElseThrow()));

        assertThat(pending.allDue()).isEmpty();
    }

    @Test
    void tellsWhatChangedSinceTheFirstNotice() {
        providers.save(Samples.host("Host", "5.0.0.0/8"));
        located();
        heard(1, Action.VERIFIED, false, null);
        work();

        answer = found("5.9.9.9");
        clock.advance(Duration.ofHours(2));
        cases.keep(CASE.toString(), 2, snapshot(2, Action.NOTIFIED, false, clock.millis(), clock.millis() - 1));
        located();
        work();
        assertThat(newest().changes()).containsExactly("DNS_ADDRESS_CHANGED");

        answer = new NameAnswer.NoSuchName();
        clock.advance(Duration.ofHours(2));
        cases.keep(CASE.toString(), 3, snapshot(3, Action.NOTIFIED, false, clock.millis(), 1L));
        located();
        work();
        assertThat(newest().changes()).containsExactly("DNS_NAME_GONE");
    }

    @Test
    void namesTheNewHosterWhereTheSiteMovedBeforeTheNextNotice() {
        var before = providers.save(Samples.host("Before", "5.0.0.0/8")).orElseThrow();
        var after = providers.save(Samples.host("After", "6.0.0.0/8")).orElseThrow();
        located();
        heard(1, Action.VERIFIED, false, null);
        work();
        assertThat(newest().ranking()).extracting(Rung::providerId).containsExactly(before.id());

        answer = found("6.6.7.8");
        clock.advance(Duration.ofHours(24));
        cases.keep(CASE.toString(), 2, snapshot(2, Action.NOTIFIED, false, clock.millis(), 1L));
        located();
        work();

        assertThat(newest().ranking()).extracting(Rung::providerId).containsExactly(after.id());
        assertThat(newest().resolvedAt()).isEqualTo(clock.millis());
    }

    @Test
    void tellsThatARegistryChangedTheStatusOfTheDomain() {
        providers.save(Samples.host("Host", "5.0.0.0/8"));
        said = new RegistrySaid(null, new TreeSet<>(List.of("active")), Map.of(), List.of());
        located();
        heard(1, Action.VERIFIED, false, null);
        work();

        said = new RegistrySaid(null, new TreeSet<>(List.of("server hold")), Map.of(), List.of());
        clock.advance(Duration.ofHours(2));
        cases.keep(CASE.toString(), 2, snapshot(2, Action.NOTIFIED, false, clock.millis(), clock.millis() - 1));
        located();
        work();

        assertThat(newest().changes()).containsExactly("RDAP_STATUS_CHANGED");
    }

    @Test
    void namesTheRegistrarAsAStepThatAPersonMustApprove() {
        var registrar = providers.save(Samples.registrar("Sells Names", "292")).orElseThrow();
        said = new RegistrySaid("292", new TreeSet<>(), Map.of(), List.of());
        located();
        heard(1, Action.VERIFIED, false, null);
        work();

        assertThat(newest().ranking())
                .singleElement()
                .satisfies(rung -> assertThat(rung.providerId()).isEqualTo(registrar.id()))
                .satisfies(rung -> assertThat(rung.approval()).isEqualTo(ChainSnapshot.Approval.OPERATOR));
    }

    @Test
    void learnsWhereAHostTakesNoticesFromARegistryUnlessAPersonSaid() {
        var unreachable = providers
                .save(Samples.unreachable(Role.HOST, "Quiet", "5.6.0.0/16"))
                .orElseThrow();
        said = stated("abuse@quiet.test");
        located();
        heard(1, Action.VERIFIED, false, null);

        assertThat(work()).contains(clock.instant());
        assertThat(work()).isEmpty();

        assertThat(newest().reason()).isNull();
        assertThat(providers.find(unreachable.id()).orElseThrow().contacts())
                .singleElement()
                .satisfies(contact -> assertThat(contact.address()).isEqualTo("abuse@quiet.test"))
                .satisfies(contact -> assertThat(contact.source()).isEqualTo(Source.RDAP));
    }

    @Test
    void leavesTheContactAloneThatAPersonTaught() {
        var taught = providers.save(Samples.host("Taught", "5.6.0.0/16")).orElseThrow();
        said = stated("abuse@registry-says.test");
        located();
        heard(1, Action.VERIFIED, false, null);
        work();

        assertThat(providers.find(taught.id()).orElseThrow().contacts()).isEqualTo(taught.contacts());
    }

    @Test
    void saysThatARegistryDidNotAnswerAndGoesOnWithWhatIsKnown() {
        providers.save(Samples.host("Host", "5.6.0.0/16"));
        said = new RegistrySaid(null, new TreeSet<>(), Map.of(), List.of(new Failure("RDAP", "TIMEOUT")));
        located();
        heard(1, Action.VERIFIED, false, null);
        work();

        assertThat(newest().reason()).isNull();
        assertThat(newest().degraded()).isTrue();
        assertThat(newest().failures()).containsExactly(new Failure("RDAP", "TIMEOUT"));
    }

    private static RegistrySaid stated(String abuse) {
        return new RegistrySaid(
                null, new TreeSet<>(), Map.of(InetAddress.ofLiteral("5.6.7.8"), List.of(abuse)), List.of());
    }

    private static NameAnswer found(String address) {
        return new NameAnswer.Found(List.of(InetAddress.ofLiteral(address)), List.of(), List.of());
    }

    private Optional<Instant> work() {
        return resolveCase.resolve(CASE);
    }

    private ChainSnapshot newest() {
        return chains.published().getLast().snapshot();
    }

    private void located() {
        followCases.located(new LocationSnapshot(CASE, 1, new SealedUrl("k", "c")));
    }

    private void heard(long version, Action action, boolean held, @Nullable Long chainAfter) {
        followCases.heard(snapshot(version, action, held, chainAfter, null));
    }

    private static CaseSnapshot snapshot(
            long version, Action action, boolean held, @Nullable Long chainAfter, @Nullable Long firstHandoverAt) {
        return new CaseSnapshot(
                CASE,
                version,
                1,
                action,
                0,
                Locator.MEDIA,
                HostKind.DOMAIN,
                List.of(),
                Sightings.NONE,
                held,
                false,
                0,
                0,
                null,
                firstHandoverAt,
                0,
                null,
                null,
                null,
                null,
                null,
                new Wants(null, chainAfter),
                null);
    }

    private static ProviderSnapshot published(Provider provider) {
        return new ProviderSnapshot(
                provider.id(),
                1,
                provider.name(),
                null,
                provider.type(),
                null,
                null,
                null,
                null,
                false,
                null,
                provider.contacts().stream()
                        .map(contact -> new ProviderSnapshot.Contact(
                                contact.id(),
                                contact.channel(),
                                contact.address(),
                                contact.format(),
                                contact.language(),
                                contact.health(),
                                null,
                                false,
                                false,
                                null))
                        .toList());
    }

    private static final class InMemoryCopies<T> implements Copies<T> {

        private final Map<String, T> kept = new HashMap<>();
        private final Map<String, Long> versions = new HashMap<>();

        @Override
        public Optional<T> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public List<T> all() {
            return List.copyOf(kept.values());
        }

        @Override
        public Kept<T> keep(String id, long version, T snapshot) {
            if (versions.getOrDefault(id, -1L) >= version) {
                return new Kept<>(false, null);
            }
            versions.put(id, version);
            return new Kept<>(true, kept.put(id, snapshot));
        }
    }
}
