package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.testing.Race;

/** What every place that keeps providers promises. */
public interface ProvidersContract {

    Providers providers();

    @Test
    default void keepsWhatWasSaidBefore() {
        var before = providers().save(Samples.host("Before", "5.6.0.0/16")).orElseThrow();
        var after = before.withContacts(List.of()).remembering(before, Samples.NOW);

        providers().save(after);

        assertThat(providers().find(before.id()).orElseThrow().past())
                .isEqualTo(after.past())
                .extracting(PastFact::fact, PastFact::until)
                .containsExactly(tuple("EMAIL", Samples.NOW));
    }

    @Test
    default void findsWhatWasSavedByIdAndByName() {
        var saved = providers().save(Samples.host("Example Hosting", "AS64500")).orElseThrow();

        assertThat(providers().find(saved.id())).contains(saved);
        assertThat(providers().named("HOST|example hosting")).contains(saved);
        assertThat(providers().find(UUID.randomUUID())).isEmpty();
        assertThat(providers().named("CDN|example hosting")).isEmpty();
    }

    @Test
    default void tellsVersionsApart() {
        var first = providers().save(Samples.host("Example Hosting", "AS64500")).orElseThrow();
        var second = providers().save(first.withContacts(List.of())).orElseThrow();

        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(providers().all()).containsExactly(second);
    }

    @Test
    default void tellsThatSomethingChanged() {
        var atFirst = providers().changes();
        var first = providers().save(Samples.host("Example Hosting", "AS64500")).orElseThrow();
        var added = providers().changes();
        var second = providers().save(first.withContacts(List.of())).orElseThrow();
        var changed = providers().changes();
        long version = Objects.requireNonNull(second.version());

        providers().heardOfChange(second.id(), version);
        assertThat(providers().changes()).isEqualTo(changed);
        providers().heardOfChange(second.id(), version + 1);
        assertThat(List.of(atFirst, added, changed, providers().changes())).doesNotHaveDuplicates();
        assertThat(providers().changes().since(added.count())).contains(Set.of(second.id()));
    }

    @Test
    default void findsTheseAndNoOthers() {
        var first = providers().save(Samples.host("First", "5.6.0.0/16")).orElseThrow();
        var second = providers().save(Samples.host("Second", "5.7.0.0/16")).orElseThrow();
        providers().save(Samples.host("Third", "5.8.0.0/16"));

        assertThat(providers().of(Set.of(first.id(), second.id(), UUID.randomUUID())))
                .containsExactlyInAnyOrder(first, second);
        assertThat(providers().of(Set.of())).isEmpty();
    }

    @Test
    default void areAtHandAsTheyAreHoweverManyChangedMeanwhile() {
        var often = new EveryProvider(providers());
        var seldom = new EveryProvider(providers());
        for (int i = 0; i < 250; i++) {
            providers().save(Samples.host("Host " + i));
            providers().named("HOST|host " + i / 2).ifPresent(this::change);
            assertThat(often.now().providers()).hasSize(i + 1);
            if (i % 60 == 0) {
                assertThat(seldom.now().providers())
                        .isEqualTo(often.now().providers())
                        .isEqualTo(providers().all());
            }
        }
        assertThat(seldom.now().providers())
                .isEqualTo(often.now().providers())
                .isEqualTo(providers().all());
    }

    @Test
    default void areAtHandAsTheyAreWhenManyChangeThemAtOnce() {
        var every = new EveryProvider(providers());
        for (int i = 0; i < 4; i++) {
            providers().save(Samples.host("Host " + i));
        }

        Race.of(4, thread -> {
            for (int i = 0; i < 60; i++) {
                providers().named("HOST|host " + thread).ifPresent(this::change);
                every.now();
            }
            return Optional.of(thread);
        });

        assertThat(every.now().providers()).isEqualTo(providers().all());
    }

    private void change(Provider provider) {
        assertThat(providers().save(provider.withContacts(List.of()))).isPresent();
    }

    @Test
    default void refusesAChangeOfWhatWasChangedMeanwhile() {
        var first = providers().save(Samples.host("Example Hosting", "AS64500")).orElseThrow();
        providers().save(first.withContacts(List.of()));

        assertThat(providers().save(first.withContacts(first.contacts()))).isEmpty();
    }

    @Test
    default void ofManyWhoChangeItAtOnceOneWins() {
        var first = providers().save(Samples.host("Example Hosting", "AS64500")).orElseThrow();

        var stored = Race.of(8, _ -> providers().save(first.withContacts(List.of())));

        assertThat(stored).hasSize(1);
        assertThat(providers().find(first.id())).contains(stored.getFirst());
    }

    @Test
    default void refusesASecondOneOfTheSameName() {
        var first = providers().save(Samples.host("Example Hosting", "AS64500")).orElseThrow();

        assertThatExceptionOfType(ProviderExists.class)
                .isThrownBy(() -> providers().save(Samples.host(UUID.randomUUID(), "EXAMPLE  hosting")))
                .satisfies(refused -> assertThat(refused.providerId()).isEqualTo(first.id()));
        assertThat(providers().all()).hasSize(1);
    }

    @Test
    default void findsWhoseContactWasConfirmedBefore() {
        var old = providers()
                .save(confirmed("Old", Health.OK, Samples.NOW.minusSeconds(1)))
                .orElseThrow();
        var other = providers()
                .save(confirmed("Other", Health.OK, Samples.NOW.minusSeconds(2)))
                .orElseThrow();
        providers().save(confirmed("New", Health.OK, Samples.NOW));
        providers().save(confirmed("Never", Health.OK, null));
        providers().save(confirmed("Failing", Health.DEAD, Samples.NOW.minusSeconds(1)));
        providers()
                .save(confirmed("Retired", Health.OK, Samples.NOW.minusSeconds(1))
                        .retire());

        assertThat(providers().confirmedBefore(Samples.NOW, 10)).containsExactlyInAnyOrder(old.id(), other.id());
        assertThat(providers().confirmedBefore(Samples.NOW, 1)).hasSize(1);
    }

    private static Provider confirmed(String name, Health health, @Nullable Instant confirmed) {
        var host = Samples.host(name);
        return host.withContacts(host.contacts().stream()
                .map(contact -> contact.withHealth(health, confirmed))
                .toList());
    }
}
