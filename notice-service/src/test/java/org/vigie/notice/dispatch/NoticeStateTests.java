package org.vigie.notice.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOverAgain;
import org.vigie.notice.dispatch.NoticeState.HandedOverFirst;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;

/** The ways a notice can go, and when each state is taken up again. */
class NoticeStateTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(15));
    private static final Duration SETTLE = Duration.ofMinutes(15);

    private final Pending pending = new Pending(NOW, 0);
    private final Claimed claimed = pending.claimed(NOW);
    private final HandedOverFirst handedOver = claimed.handedOver(NOW);

    @Test
    void isClaimedHandedOverAndSent() {
        assertThat(claimed).isEqualTo(new Claimed(NOW, 1));
        assertThat(handedOver.sent(LATER)).isEqualTo(new Sent(LATER, false));
        assertThat(handedOver.sent(LATER).withCasesTold()).isEqualTo(new Sent(LATER, true));
    }

    @Test
    void aClaimLeftBehindIsClaimedAgainWithoutAnotherAttempt() {
        assertThat(claimed.claimed(LATER)).isEqualTo(new Claimed(LATER, 1));
    }

    @Test
    void notNowKeepsTheAttempts() {
        assertThat(claimed.notNow(LATER)).isEqualTo(new Pending(LATER, 1));
        assertThat(handedOver.notNow(LATER)).isEqualTo(new Pending(LATER, 1));
    }

    @Test
    void isRefusedOrWithdrawn() {
        assertThat(claimed.refused(NOW, "5.1.1").withCasesTold()).isEqualTo(new Failed(NOW, "5.1.1", true));
        assertThat(handedOver.refused(NOW, "5.1.1")).isEqualTo(new Failed(NOW, "5.1.1", false));
        assertThat(claimed.withdrawn(NOW)).isEqualTo(new Withdrawn(NOW));
    }

    @Test
    void anUncertainNoticeIsSentOnceMoreAndThenItIsAPersons() {
        var uncertain = handedOver.uncertain(SETTLE);
        var again = uncertain.handedOver(LATER);

        assertThat(uncertain.due()).contains(LATER);
        assertThat(again).isEqualTo(new HandedOverAgain(LATER, 2));
        assertThat(again.notNow(NOW)).isEqualTo(new Uncertain(LATER, NOW, 2));
        assertThat(again.refused(LATER, "5.1.1")).isEqualTo(new Unresolved(LATER));
        assertThat(again.uncertain(SETTLE)).isEqualTo(new Unresolved(LATER));
        assertThat(uncertain.unresolved()).isEqualTo(new Unresolved(NOW));
    }

    @Test
    void whatACrashLeftBehindFallsDueAndWhatIsDoneDoesNot() {
        assertThat(pending.due()).contains(NOW);
        assertThat(claimed.due()).contains(NOW.plus(NoticeState.LEFT_BEHIND));
        assertThat(handedOver.due()).contains(NOW.plus(NoticeState.LEFT_BEHIND));
        assertThat(new Sent(NOW, false).due()).contains(NOW);
        assertThat(new Sent(NOW, true).due()).isEmpty();
        assertThat(new Failed(NOW, "5.1.1", true).due()).isEmpty();
        assertThat(new Withdrawn(NOW).due()).isEmpty();
        assertThat(new Unresolved(NOW).due()).isEmpty();
    }
}
