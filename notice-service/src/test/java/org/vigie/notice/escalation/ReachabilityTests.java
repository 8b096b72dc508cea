package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Contact;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;

/** When a provider's record says anything that a case which writes to it already goes on by. */
class ReachabilityTests {

    private static final UUID PROVIDER = UUID.randomUUID();
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void mailThatGotThroughChangesNothing() {
        assertThat(same(List.of(contact(FIRST, Health.UNVERIFIED)), List.of(contact(FIRST, Health.OK))))
                .isTrue();
    }

    @Test
    void aContactThatIsDeadOrWorksAgainChangesWhoCanBeWrittenTo() {
        assertThat(same(List.of(contact(FIRST, Health.OK)), List.of(contact(FIRST, Health.DEAD))))
                .isFalse();
        assertThat(same(List.of(contact(FIRST, Health.DEAD)), List.of(contact(FIRST, Health.UNVERIFIED))))
                .isFalse();
    }

    @Test
    void anotherContactThatIsBetterNowChangesWhichIsWrittenTo() {
        var unverified = contact(FIRST, Health.UNVERIFIED);
        assertThat(same(
                        List.of(unverified, contact(SECOND, Health.UNVERIFIED)),
                        List.of(unverified, contact(SECOND, Health.OK))))
                .isFalse();
    }

    @Test
    void anythingElseMayMatter() {
        assertThat(same(List.of(contact(FIRST, Health.OK)), List.of())).isFalse();
        var retired = provider("NL", true, List.of(contact(FIRST, Health.OK)));
        var elsewhere = provider("FR", false, List.of(contact(FIRST, Health.OK)));
        assertThat(Reachability.isTheSame(provider("NL", false, retired.contacts()), retired))
                .isFalse();
        assertThat(Reachability.isTheSame(provider("NL", false, elsewhere.contacts()), elsewhere))
                .isFalse();
    }

    private static boolean same(List<Contact> before, List<Contact> after) {
        return Reachability.isTheSame(provider("NL", false, before), provider("NL", false, after));
    }

    private static ProviderSnapshot provider(String country, boolean retired, List<Contact> contacts) {
        return new ProviderSnapshot(
                PROVIDER, 1, "Hosting", null, Role.HOST, country, null, null, null, retired, null, contacts);
    }

    private static Contact contact(UUID id, Health health) {
        return new Contact(
                id,
                Channel.EMAIL,
                "abuse-" + id + "@provider.example",
                Format.XARF4,
                "en",
                health,
                health == Health.OK ? 1L : null,
                false,
                false,
                null);
    }
}
