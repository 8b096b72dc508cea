package org.vigie.notice.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.escalation.DomainRules;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Addressee;
import org.vigie.testing.Race;

/** What every {@link Gatherings} promises. */
public interface GatheringsContract {

    /** Beyond every other test's time, so that nobody makes a notice of it. */
    Instant NEVER = Instant.parse("2080-01-01T00:00:00Z");

    Gatherings gatherings();

    @Test
    default void returnsWhatItStored() {
        var gathering = aGathering();

        assertThat(gatherings().save(gathering)).isPresent();

        var found = gatherings().find(gathering.key()).orElseThrow();
        assertThat(found.wishes()).isEqualTo(gathering.wishes());
        assertThat(gatherings().due()).containsEntry(gathering.key(), NEVER);
    }

    @Test
    default void refusesToOverwriteANewerVersion() {
        var gathering = aGathering();
        gatherings().save(gathering);
        var read = gatherings().find(gathering.key()).orElseThrow();

        assertThat(gatherings().save(read)).isPresent();
        assertThat(gatherings().save(read)).isEmpty();
        assertThat(gatherings().save(gathering)).isEmpty();
    }

    @Test
    default void ofManyWhoStoreAtOnceOneWins() {
        var gathering = aGathering();
        var opened = Race.of(8, _ -> gatherings().save(gathering));
        assertThat(opened).hasSize(1);

        var stored = Race.of(8, at -> gatherings().save(opened.getFirst().postponed(NEVER.plusSeconds(at))));

        assertThat(stored).hasSize(1);
        assertThat(gatherings().find(gathering.key())).contains(stored.getFirst());
    }

    @Test
    default void isNotDueWhileNothingWaits() {
        var gathering = aGathering();
        gatherings().save(gathering);
        var read = gatherings().find(gathering.key()).orElseThrow();

        gatherings().save(read.taken(read.wishes(), NEVER, DomainRules.DEFAULTS));

        assertThat(gatherings().due()).doesNotContainKey(gathering.key());
    }

    /** Of one wish. */
    static Gathering aGathering() {
        var addressee = new Addressee(UUID.randomUUID(), Role.HOST);
        var wish = new Wish(UUID.randomUUID(), UUID.randomUUID());
        return Gathering.opened(UUID.randomUUID().toString(), addressee, UUID.randomUUID(), NoticeKind.FIRST)
                .with(wish, NEVER);
    }

    @Test
    default void whatCameInMeanwhileWaitsForTheNextNotice() {
        var late = new Wish(UUID.randomUUID(), UUID.randomUUID());
        var first = aGathering();
        var both = first.with(late, NEVER);

        var taken = both.taken(first.wishes(), NEVER, DomainRules.DEFAULTS);

        assertThat(taken.wishes()).isEqualTo(List.of(late));
        assertThat(taken.due()).isEqualTo(NEVER.plus(DomainRules.DEFAULTS.gather()));
        assertThat(taken.noticeId()).isNotEqualTo(both.noticeId());
        assertThat(both.with(late, NEVER)).isEqualTo(both);
    }
}
