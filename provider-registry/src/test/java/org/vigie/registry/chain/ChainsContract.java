package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.provider.ChainSnapshot;

/** What every place that keeps chains promises. */
public interface ChainsContract {

    Chains chains();

    @Test
    default void findsWhatWasSaved() {
        var saved = chains().save(chain(UUID.randomUUID(), true));

        assertThat(chains().find(saved.caseId())).contains(saved);
        assertThat(chains().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void countsVersionsUpAndRefusesAStaleOne() {
        var first = chains().save(chain(UUID.randomUUID(), true));
        var second = chains().save(first);

        assertThat(second.version()).isGreaterThan(first.version());
        assertThatThrownBy(() -> chains().save(first)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> chains().save(chain(first.caseId(), true))).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void findsWhatIsIncompleteAndWhatDependsOnOneProvider() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        var incomplete = chains().save(chain(UUID.randomUUID(), true));
        var onlyOne = chains().save(chain(UUID.randomUUID(), false, one));
        var both = chains().save(chain(UUID.randomUUID(), false, one, two));

        assertThat(chains().incomplete()).contains(incomplete.caseId()).doesNotContain(onlyOne.caseId());
        assertThat(chains().dependingOn(one)).contains(onlyOne.caseId()).doesNotContain(both.caseId());
    }

    /** A chain whose host was seen at 5.6.7.8. */
    static CaseChain chain(UUID caseId, boolean incomplete, UUID... usable) {
        var snapshot = new ChainSnapshot(
                caseId,
                0,
                1_000,
                HostKind.DOMAIN,
                List.of(),
                List.of(),
                List.of(),
                ProbeRule.ANY,
                false,
                false,
                "PROVIDER_UNKNOWN",
                List.of(),
                null);
        var seen = new Seen(
                "FOUND",
                new TreeSet<>(List.of("5.6.7.8")),
                new TreeSet<>(),
                new TreeSet<>(List.of(1L)),
                new TreeSet<>());
        return new CaseChain(caseId, null, snapshot, seen, seen, incomplete, List.of(usable));
    }
}
