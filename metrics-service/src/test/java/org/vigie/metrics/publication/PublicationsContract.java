package org.vigie.metrics.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.publication.Publication.Answer;
import org.vigie.metrics.publication.Publication.Period;
import org.vigie.metrics.publication.Publication.Purpose;
import org.vigie.metrics.publication.Publication.Signature;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.volume.CaseFigures;

/** What every {@link Publications} promises. */
public interface PublicationsContract {

    Instant AS_OF = Instant.parse("2026-12-01T00:00:00Z");
    Publication PREPARED = new Publication(
            new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 3)),
            1,
            Purpose.PUBLIC,
            new Publisher("Example hotline", "contact@hotline.example"),
            AS_OF,
            "1",
            Map.of("targetings.v1/0", 12L),
            new Figures(
                    3,
                    Figure.of(RemovalIndicators.NOTHING, CaseFigures.NONE),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()),
            List.of(new Answer(Events.id("P"), "We act within a day.")),
            new Signature("one", AS_OF),
            null);

    Publications publications();

    @Test
    default void returnsWhatItWasGiven() {
        var publications = publications();

        assertThat(publications.add(PREPARED)).isTrue();

        assertThat(publications.find("2026-01--2026-03", 1)).contains(PREPARED);
        assertThat(publications.all()).containsExactly(PREPARED);
        assertThat(publications.find("2026-01--2026-03", 2)).isEmpty();
    }

    @Test
    default void leavesWhatIsThereAsItIs() {
        var publications = publications();
        publications.add(PREPARED);

        assertThat(publications.add(PREPARED)).isFalse();
    }

    @Test
    default void isApprovedOnce() {
        var publications = publications();
        publications.add(PREPARED);
        var approved = PREPARED.approve(new Signature("two", AS_OF));

        assertThat(publications.approve(approved)).isTrue();
        assertThat(publications.approve(PREPARED.approve(new Signature("three", AS_OF))))
                .isFalse();

        assertThat(publications.find("2026-01--2026-03", 1)).contains(approved);
    }
}
