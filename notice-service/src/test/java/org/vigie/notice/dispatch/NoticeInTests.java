package org.vigie.notice.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;

class NoticeInTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final Pending pending = new Pending(NOW, 0);

    @Test
    void movesTheNoticeWithItsState() {
        var claimed = new NoticeIn<>(NoticesContract.aNotice(pending), pending).moved(one -> one.claimed(NOW));

        assertThat(claimed.notice().state()).isEqualTo(claimed.state()).isEqualTo(pending.claimed(NOW));
    }

    @Test
    void aNoticeIsNotMovedByAnotherStatesMove() {
        var withdrawn = NoticesContract.aNotice(new Withdrawn(NOW));

        assertThatThrownBy(() -> withdrawn.moved(pending, one -> one.claimed(NOW)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the notice is WITHDRAWN and not PENDING");
    }
}
