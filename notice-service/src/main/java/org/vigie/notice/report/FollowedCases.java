package org.vigie.notice.report;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.removal.Onlookers;
import org.vigie.notice.removal.RemovalCase;

/** Has partners' reports looked at when what they are told of their case changed. */
@Component
class FollowedCases implements Onlookers {

    private final FollowUps followUps;
    private final ReportQueue queue;
    private final Clock clock;

    FollowedCases(FollowUps followUps, ReportQueue queue, Clock clock) {
        this.followUps = followUps;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Object seen(RemovalCase known) {
        return Followed.Seen.of(known);
    }

    @Override
    public void changed(Collection<UUID> caseIds) {
        var now = clock.instant();
        followUps.mark(caseIds, now).forEach(reportId -> queue.follow(reportId, now));
    }
}
