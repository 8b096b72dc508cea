package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Confidence;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.provider.Samples;

/** Data sets that are too old are used and less is made of what they say. */
class OutdatedDataTests {

    private final Resolving resolving = new Resolving();

    @BeforeEach
    void networks() throws IOException {
        resolving.asTable("5.0.0.0,5.255.255.255,64499,Example\n6.0.0.0,6.255.255.255,64498,Front");
        resolving.taught(Samples.host("Host", "AS64499"), Samples.host("Taught", "7.0.0.0/8"));
        resolving.taught(Samples.curated(Role.CDN, "Front", "6.0.0.0/8", "AS64498"));
    }

    @Test
    void makesLessOfATableThatIsTooOldAndSaysSo() {
        resolving.outdated = new Outdated(true, false);

        var chain = resolving.chain("http://a.example.com/", Resolving.found("5.6.7.8"));

        assertThat(chain.hops())
                .extracting(Hop::role, Hop::evidence, Hop::confidence)
                .containsExactly(tuple(Role.HOST, "AS_ORIGIN", Confidence.LOW));
        assertThat(chain.failures()).containsExactly(new Failure("AS_TABLE", "OUTDATED"));
        assertThat(chain.degraded()).isFalse();
    }

    @Test
    void leavesWhatIsByNoTableAsItIs() {
        resolving.outdated = new Outdated(true, true);

        assertThat(resolving
                        .chain("http://a.example.com/", Resolving.found("7.6.7.8"))
                        .hops())
                .extracting(Hop::evidence, Hop::confidence)
                .containsExactly(tuple("ADDRESS_RANGE", Confidence.HIGH));
        assertThat(resolving.chain("http://a.example.com/", Resolving.NOT_ASKED).failures())
                .doesNotContain(new Failure("AS_TABLE", "OUTDATED"));
    }

    @ParameterizedTest
    @CsvSource({"false, false, HIGH", "false, true, MEDIUM", "true, false, LOW", "true, true, LOW"})
    void makesOfAPublishedRangeWhatItsAgeAndTheTablesAllow(boolean table, boolean ranges, Confidence confidence) {
        resolving.outdated = new Outdated(table, ranges);

        assertThat(resolving
                        .chain("http://a.example.com/", Resolving.found("6.6.7.8"))
                        .hops())
                .filteredOn(hop -> hop.role() == Role.CDN)
                .extracting(Hop::evidence, Hop::confidence)
                .containsExactly(tuple("ADDRESS_RANGE", confidence));
    }

    @Test
    void saysNothingOfAgeWhereEverythingIsNewEnough() {
        assertThat(resolving
                        .chain("http://a.example.com/", Resolving.found("5.6.7.8"))
                        .failures())
                .isEqualTo(List.of());
    }
}
