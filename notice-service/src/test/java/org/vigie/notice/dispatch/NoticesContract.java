package org.vigie.notice.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Role;
import org.vigie.notice.composition.Item;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOverAgain;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.removal.Addressee;
import org.vigie.testing.Race;

/** What every {@link Notices} promises. */
public interface NoticesContract {

    /** Beyond every other test's time, so that nobody takes the notice up. */
    Instant NEVER = Instant.parse("2080-01-01T00:00:00Z");

    Notices notices();

    static Stream<NoticeState> everyState() {
        return Stream.of(
                new Pending(NEVER, 2),
                new Claimed(NEVER, 1),
                new HandedOverAgain(NEVER, 1),
                new Uncertain(NEVER, NEVER, 1),
                new Unresolved(NEVER),
                new Sent(NEVER, false),
                new Failed(NEVER, "5.1.1", true),
                new Withdrawn(NEVER));
    }

    @ParameterizedTest
    @MethodSource("org.vigie.notice.dispatch.NoticesContract#everyState")
    default void returnsWhatItStored(NoticeState state) {
        var notice = aNotice(state);

        assertThat(notices().add(notice)).isTrue();

        var found = notices().find(notice.noticeId()).orElseThrow();
        assertThat(found.state()).isEqualTo(state);
        assertThat(found.letter()).isEqualTo(notice.letter());
        assertThat(found.items()).isEqualTo(notice.items());
        assertThat(notices().naming(notice.items().getFirst().caseId())).containsExactly(found);
        assertThat(notices().findByReference(notice.reference().number())).containsExactly(found);
        assertThat(notices().toContact(notice.contactId(), 10)).containsExactly(found);
        assertThat(notices().due().containsKey(notice.noticeId()))
                .isEqualTo(state.due().isPresent());
    }

    @Test
    default void addsANoticeOnce() {
        var notice = aNotice(new Pending(NEVER, 0));
        notices().add(notice);

        assertThat(notices().add(notice)).isFalse();
    }

    @Test
    default void refusesToOverwriteANewerVersion() {
        var notice = aNotice(new Pending(NEVER, 0));
        notices().add(notice);
        var read = notices().find(notice.noticeId()).orElseThrow();
        notices().save(read.moved(read.state(), _ -> new Claimed(NEVER, 1)));

        assertThat(notices().save(read.moved(read.state(), _ -> new Withdrawn(NEVER))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.vigie.notice.dispatch.NoticesContract#everyState")
    default void storesAStateAndLeavesTheRest(NoticeState state) {
        var notice = aNotice(new Pending(NEVER.minusSeconds(1), 0));
        notices().add(notice);
        var read = notices().find(notice.noticeId()).orElseThrow();
        var tried = read.saying(List.of(), new Letter("", "", "", ""))
                .moved(read.state(), _ -> state)
                .tried(new Attempt(NEVER, Attempt.Outcome.UNCERTAIN, ""));

        var stored = notices().saveState(tried).orElseThrow();

        assertThat(stored.version()).isEqualTo(Objects.requireNonNull(read.version()) + 1);
        assertThat(notices().find(notice.noticeId()))
                .contains(read.moved(read.state(), _ -> state)
                        .tried(tried.attempts().getFirst())
                        .storedAt(Objects.requireNonNull(stored.version())));
        assertThat(notices().due().get(notice.noticeId())).isEqualTo(state.due().orElse(null));
        assertThat(notices().saveState(read)).isEmpty();
        notices().save(stored.moved(stored.state(), _ -> new Withdrawn(NEVER)));
    }

    @Test
    default void ofManyWhoAddOrStoreAtOnceOneWins() {
        var notice = aNotice(new Pending(NEVER, 0));
        assertThat(Race.of(8, _ -> Optional.of(notice).filter(notices()::add))).hasSize(1);
        var read = notices().find(notice.noticeId()).orElseThrow();

        var claimed = Race.of(
                8, at -> notices().saveState(read.moved(read.state(), _ -> new Claimed(NEVER.plusSeconds(at), 1))));
        assertThat(claimed).hasSize(1);
        assertThat(notices().find(notice.noticeId())).contains(claimed.getFirst());

        var next = claimed.getFirst();
        var saved = Race.of(8, at -> {
            var moved = next.moved(next.state(), _ -> new Withdrawn(NEVER.plusSeconds(at)));
            return at % 2 == 0 ? notices().save(moved) : notices().saveState(moved);
        });
        assertThat(saved).hasSize(1);
        assertThat(notices().find(notice.noticeId())).contains(saved.getFirst());
    }

    @Test
    default void keepsEveryAttempt() {
        var tried = aNotice(new Sent(NEVER, true))
                .tried(new Attempt(NEVER, Attempt.Outcome.UNCERTAIN, ""))
                .tried(new Attempt(NEVER.plusSeconds(1), Attempt.Outcome.ACCEPTED, "2.0.0 queued as 4F3ABC"));
        notices().add(tried);

        assertThat(notices().find(tried.noticeId()).orElseThrow().attempts()).isEqualTo(tried.attempts());
    }

    static Notice aNotice(NoticeState state) {
        var number = "RN-2026-%08d".formatted(ThreadLocalRandom.current().nextInt(50_000_000, 99_999_999));
        return new Notice(
                new NoticeHeader(
                        UUID.randomUUID(),
                        new NoticeReference(number, 1),
                        NoticeKind.FIRST,
                        new Addressee(UUID.randomUUID(), Role.HOST),
                        UUID.randomUUID(),
                        NEVER),
                List.of(new Item(UUID.randomUUID(), UUID.randomUUID(), 1, List.of(UUID.randomUUID()), true)),
                new Letter("notice+t@sender.example", "abuse@provider.example", "<m@sender.example>", "text"),
                state,
                List.of(),
                null);
    }
}
