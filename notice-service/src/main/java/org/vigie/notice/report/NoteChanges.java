package org.vigie.notice.report;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.RemovalCase;

/** Notes each further step of partners' reports, and that they were corrected, once. Doing it again changes nothing. */
@Service
public class NoteChanges {

    private static final Logger LOG = LoggerFactory.getLogger(NoteChanges.class);

    private final FollowUps followUps;
    private final ReportChanges changes;
    private final ReportQueue queue;
    private final Cases cases;
    private final Subscribers subscribers;
    private final Clock clock;

    NoteChanges(
            FollowUps followUps,
            ReportChanges changes,
            ReportQueue queue,
            Cases cases,
            Subscribers subscribers,
            Clock clock) {
        this.followUps = followUps;
        this.changes = changes;
        this.queue = queue;
        this.cases = cases;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** Looks how far a report is; one that nobody follows is passed over. */
    public void look(UUID reportId) {
        followUps.find(reportId).ifPresent(this::look);
    }

    private void look(FollowUp read) {
        var now = clock.instant();
        var followed = Followed.of(read.report(), caseOf(read.report()).orElse(null), now);
        var told = read;
        while (!told.isTold(followed)) {
            // A crash may have left one that was stored and not told.
            var stored = changes.append(told.next(followed, now));
            told = told.told(stored);
            followUps.told(told);
            LOG.atInfo()
                    .addKeyValue("reportId", read.reportId())
                    .addKeyValue("step", stored.step())
                    .log("change of a report noted");
            subscribers.changed(stored);
        }
        var again = read.again(now);
        followUps.looked(read, again);
        if (again != null) {
            queue.follow(read.reportId(), again);
        }
    }

    private Optional<RemovalCase> caseOf(Report report) {
        return Optional.ofNullable(report.caseId()).flatMap(cases::find);
    }
}
