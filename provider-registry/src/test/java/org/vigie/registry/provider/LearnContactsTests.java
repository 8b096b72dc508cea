package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.testing.MutableClock;

/** Manual beats learned beats RDAP. */
class LearnContactsTests {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final LearnContacts learn = new LearnContacts(providers, MutableClock.at(Samples.NOW));

    @Test
    void takesWhatARegistryStatesWhereNobodyToldUs() {
        var host = providers.save(Samples.unreachable(Role.HOST, "Host")).orElseThrow();

        learn.stated(host.id(), List.of("abuse@rdap.test", "REDACTED FOR PRIVACY"));
        learn.stated(host.id(), List.of("new@rdap.test"));

        assertThat(addresses(host)).containsExactly("new@rdap.test");
    }

    @Test
    void leavesWhatAPersonTold() {
        var host = providers.save(Samples.host("Host")).orElseThrow();

        learn.stated(host.id(), List.of("abuse@rdap.test"));

        assertThat(addresses(host)).containsExactly("abuse@host.test");
    }

    @Test
    void putsWhatARegistryStatesBesideAContactThatIsOutOfUse() {
        var host = providers
                .save(Samples.withHealth(Samples.host("Host"), Health.DEAD))
                .orElseThrow();

        learn.stated(host.id(), List.of("abuse@around.test"));

        assertThat(addresses(host)).containsExactly("abuse@host.test", "abuse@around.test");
        assertThat(providers.find(host.id()).orElseThrow().contactability()).isPositive();
    }

    @Test
    void forgetsNoContactThatIsOutOfUseForItWouldBeLearntAnew() {
        var host = providers.save(Samples.unreachable(Role.HOST, "Host")).orElseThrow();
        learn.stated(host.id(), List.of("dead@rdap.test"));
        providers.save(Samples.withHealth(providers.find(host.id()).orElseThrow(), Health.DEAD));

        learn.stated(host.id(), List.of("abuse@around.test"));
        learn.stated(host.id(), List.of("dead@rdap.test"));

        assertThat(providers.find(host.id()).orElseThrow().contacts())
                .filteredOn(contact -> contact.address().equals("dead@rdap.test"))
                .extracting(Contact::health)
                .containsExactly(Health.DEAD);
    }

    private List<String> addresses(Provider provider) {
        return providers.find(provider.id()).orElseThrow().contacts().stream()
                .map(Contact::address)
                .toList();
    }
}
