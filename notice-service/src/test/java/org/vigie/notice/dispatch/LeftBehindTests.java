package org.vigie.notice.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.notice.composition.GatheringsContract;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.HandedOverFirst;
import org.vigie.notice.escalation.DomainRules;

/** What a crash leaves behind is what the scan of the store finds, a minute later. */
class LeftBehindTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void aNoticeClaimedOrHandedOverWhenTheProcessDiedIsTakenUpAgain() {
        var notices = new InMemoryNotices();
        var claimed = NoticesContract.aNotice(new Claimed(NOW, 1));
        var handedOver = NoticesContract.aNotice(new HandedOverFirst(NOW, 1));
        notices.add(claimed);
        notices.add(handedOver);

        assertThat(notices.due())
                .containsEntry(claimed.noticeId(), NOW.plus(Duration.ofMinutes(1)))
                .containsEntry(handedOver.noticeId(), NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void aHandOverLeftBehindIsUncertainAndNotSentAtOnce() {
        var left = new HandedOverFirst(NOW, 1);

        assertThat(left.uncertain(Duration.ofMinutes(15)).due()).contains(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void aGatheringWhoseNoticeWasStoredIsClosedWithoutLosingWhatCameLater() {
        var gathering = GatheringsContract.aGathering();
        var again = gathering.taken(List.of(), NOW, DomainRules.DEFAULTS);

        assertThat(again.wishes()).isEqualTo(gathering.wishes());
        assertThat(again.due()).isEqualTo(NOW.plusSeconds(2));
    }
}
