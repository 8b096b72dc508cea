package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.testing.Race;

/** What every place that keeps chains promises. */
public interface ChainsContract {

    Chains chains();

    @Test
    default void findsWhatWasSaved() {
        var saved = chains().save(chain(UUID.randomUUID(), true)).orElseThrow();

        assertThat(chains().find(saved.caseId())).contains(saved);
        assertThat(chains().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    default void countsVersionsUpAndRefusesAStaleOne() {
        var first = chains().save(chain(UUID.randomUUID(), true)).orElseThrow();
        var second = chains().save(first).orElseThrow();

        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(chains().save(first)).isEmpty();
        assertThat(chains().save(chain(first.caseId(), true))).isEmpty();
    }

    @Test
    default void ofManyWhoStoreAtOnceOneWins() {
        var chain = chain(UUID.randomUUID(), true);
        var first = Race.of(8, _ -> chains().save(chain));
        assertThat(first).hasSize(1);

        assertThat(Race.of(8, _ -> chains().save(first.getFirst()))).hasSize(1);
    }

    @Test
    default void findsWhatIsIncompleteAndWhatDependsOnOneProvider() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        var incomplete = chains().save(chain(UUID.randomUUID(), true)).orElseThrow();
        var onlyOne = chains().save(chain(UUID.randomUUID(), false, one)).orElseThrow();
        var both = chains().save(chain(UUID.randomUUID(), false, one, two)).orElseThrow();

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
