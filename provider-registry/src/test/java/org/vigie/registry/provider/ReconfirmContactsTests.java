package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.testing.MutableClock;

class ReconfirmContactsTests {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final MutableClock clock = MutableClock.at(Samples.NOW);
    private final ReconfirmContacts reconfirm = new ReconfirmContacts(providers, clock);
    private final Provider provider = providers.save(confirmed(Health.OK)).orElseThrow();

    @Test
    void leavesAContactAloneFor180Days() {
        clock.advance(Duration.ofDays(180));

        assertThat(reconfirm.due()).isEmpty();
        reconfirm.outdate(provider.id());
        assertThat(health()).isEqualTo(Health.OK);
    }

    @Test
    void takesAContactForUnverifiedAfter180DaysAndKeepsWhenItWasLastConfirmed() {
        clock.advance(Duration.ofDays(180).plusSeconds(1));

        assertThat(reconfirm.due()).containsOnlyKeys(provider.id());
        reconfirm.outdate(provider.id());
        assertThat(health()).isEqualTo(Health.UNVERIFIED);
        assertThat(providers
                        .find(provider.id())
                        .orElseThrow()
                        .contacts()
                        .getFirst()
                        .lastConfirmed())
                .isEqualTo(Samples.NOW);
        assertThat(reconfirm.due()).isEmpty();
    }

    @Test
    void changesNothingAboutContactsThatFail() {
        providers.save(providers
                .find(provider.id())
                .orElseThrow()
                .withContacts(confirmed(Health.DEAD).contacts()));
        clock.advance(Duration.ofDays(400));

        assertThat(reconfirm.due()).isEmpty();
    }

    private Health health() {
        return providers.find(provider.id()).orElseThrow().contacts().getFirst().health();
    }

    private static Provider confirmed(Health health) {
        var host = Samples.host("Confirmed");
        return host.withContacts(host.contacts().stream()
                .map(contact -> contact.withHealth(health, Samples.NOW))
                .toList());
    }
}
