package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.testing.MutableClock;

/** Groups and their subsidiaries, and what becomes of them when providers are merged. */
class GroupsTests {

    private final MutableClock clock = MutableClock.at(Samples.NOW);
    private final InMemoryProviders providers = new InMemoryProviders();
    private final TeachProvider teach = new TeachProvider(providers, Samples.current(Samples.SUFFIXES), clock);
    private final ChangeProvider change = new ChangeProvider(providers, Samples.current(Samples.SUFFIXES), clock);

    @Test
    void refusesAGroupThatIsNotThere() {
        refused(() -> teach("Alone", new UUID(9, 9)));
        var known = teach("Known", null);
        refused(() -> correct(known, new UUID(9, 9)));
    }

    @Test
    void refusesAGroupThatIsOutOfUseUnlessItWasTheGroupBefore() {
        var group = teach("Group", null);
        var subsidiary = teach("Subsidiary", group.id());
        change.retire(group.id(), version(group));

        refused(() -> teach("Late", group.id()));
        assertThat(correct(subsidiary, group.id()).group()).isEqualTo(group.id());
    }

    @Test
    void refusesAProviderThatBelongsToItselfAtAnyDepth() {
        var top = teach("Top", null);
        var middle = teach("Middle", top.id());
        var bottom = teach("Bottom", middle.id());

        refused(() -> correct(top, top.id()));
        refused(() -> correct(top, middle.id()));
        refused(() -> correct(top, bottom.id()));
        assertThat(correct(bottom, top.id()).group()).isEqualTo(top.id());
    }

    @Test
    void tellsAGroupThatIsSaidAnewFromTheOneThatIsKnown() {
        var group = teach("Group", null);
        teach("Subsidiary", null);

        assertThatExceptionOfType(ProviderExists.class).isThrownBy(() -> teach("Subsidiary", group.id()));
    }

    @Test
    void givesTheSubsidiariesOfAMergedGroupToTheSurvivorWhoseHistoryTheyKeep() {
        var group = teach("Group", null);
        var survivor = teach("Survivor", null);
        var subsidiary = teach("Subsidiary", group.id());

        merge(group, survivor);

        assertThat(find(subsidiary).group()).isEqualTo(survivor.id());
        assertThat(find(subsidiary).past())
                .extracting(PastFact::fact, PastFact::value)
                .contains(tuple("group", group.id().toString()));
        assertThat(find(survivor).group()).isNull();
    }

    @Test
    void putsASubsidiaryInThePlaceOfTheGroupThatIsMergedIntoIt() {
        var holding = teach("Holding", null);
        var group = teach("Group", holding.id());
        var between = teach("Between", group.id());
        var survivor = teach("Survivor", between.id());

        merge(group, survivor);

        assertThat(find(survivor).group()).isEqualTo(holding.id());
        assertThat(find(between).group()).isEqualTo(survivor.id());
        assertThat(find(group).mergedInto()).isEqualTo(survivor.id());
        noneBelongsToItself();
    }

    @Test
    void takesOverTheGroupOfTheMergedWhereTheSurvivorHasNone() {
        var one = teach("One", null);
        var two = teach("Two", null);
        var merged = teach("Merged", one.id());
        var free = teach("Free", null);
        var bound = teach("Bound", two.id());

        merge(merged, free);
        assertThat(find(free).group()).isEqualTo(one.id());

        merge(free, bound);
        assertThat(find(bound).group()).isEqualTo(two.id());
    }

    @Test
    void makesNoGroupItsOwnWhereASubsidiaryIsMergedIntoIt() {
        var group = teach("Group", null);
        var middle = teach("Middle", group.id());
        var subsidiary = teach("Subsidiary", middle.id());

        merge(subsidiary, group);
        merge(middle, group);

        assertThat(find(group).group()).isNull();
        noneBelongsToItself();
    }

    @Test
    void isDoneOnceHoweverOftenACrashComesBetween() {
        var group = teach("Group", null);
        var survivor = teach("Survivor", null);
        var subsidiary = teach("Subsidiary", group.id());
        providers.save(find(subsidiary).belongingTo(survivor.id()));

        merge(group, survivor);

        assertThat(find(subsidiary).group()).isEqualTo(survivor.id());
        assertThat(find(group).mergedInto()).isEqualTo(survivor.id());
    }

    @Test
    void writesToTheSurvivorWhatANetworkAroundTheMergedStates() {
        var learn = new LearnContacts(providers, clock);
        var merged = providers
                .save(Samples.unreachable(Role.HOST, "Merged", "5.6.0.0/16"))
                .orElseThrow();
        var survivor = providers
                .save(Samples.withHealth(Samples.host("Survivor", "7.0.0.0/8"), Health.DEAD))
                .orElseThrow();
        learn.stated(merged.id(), List.of("abuse@around.test"));

        merge(find(merged), survivor);
        learn.stated(merged.id(), List.of("late@around.test"));

        assertThat(find(survivor).contacts())
                .extracting(Contact::address)
                .containsExactly("abuse@survivor.test", "abuse@around.test");
        assertThat(find(survivor).contactability()).isPositive();
        assertThat(find(survivor).networkObjects())
                .extracting(NetworkObject::value)
                .containsExactly("7.0.0.0/8", "5.6.0.0/16");
        assertThat(find(merged).contacts()).extracting(Contact::address).containsExactly("abuse@around.test");
    }

    private void noneBelongsToItself() {
        for (var provider : providers.all()) {
            var at = provider.group();
            for (int depth = 0; at != null; depth++) {
                assertThat(at).isNotEqualTo(provider.id());
                assertThat(depth).isLessThan(providers.all().size());
                at = providers.find(at).orElseThrow().group();
            }
        }
    }

    private static void refused(ThrowingCallable change) {
        assertThatExceptionOfType(UnusableFact.class)
                .isThrownBy(change)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("group"));
    }

    private Provider teach(String name, @Nullable UUID group) {
        return teach.teach(facts(name, group), null).provider();
    }

    private Provider correct(Provider provider, @Nullable UUID group) {
        return change.correct(provider.id(), version(find(provider)), facts(provider.name(), group));
    }

    private void merge(Provider merged, Provider survivor) {
        change.merge(merged.id(), version(find(merged)), survivor.id());
    }

    private Provider find(Provider provider) {
        return providers.find(provider.id()).orElseThrow();
    }

    private static LongPredicate version(Provider provider) {
        return version -> version == Objects.requireNonNull(provider.version());
    }

    private static ProviderFacts facts(String name, @Nullable UUID group) {
        var object = new ObjectFact(NetworkObject.Kind.EXACT_HOST, name.toLowerCase(Locale.ROOT) + ".test");
        return new ProviderFacts(
                null, name, null, Role.HOST, null, null, group, null, null, List.of(object), List.of());
    }
}
