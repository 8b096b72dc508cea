package org.vigie.notice.report.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.Followed;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.report.ReportChanges;
import org.vigie.support.access.Caller;
import org.vigie.support.web.Paging;

/** What became of a partner's reports, in the order in which it did. */
@RestController
class ChangeController {

    /** Where nobody read yet. */
    private static final long BEGINNING = 0;

    /**
     * Another step of a report, or that it was corrected.
     *
     * @param downSince absent unless it is down
     * @param correctedAt absent unless it was corrected
     */
    record ChangeView(
            UUID changeId,
            UUID reportId,
            @Nullable String partnerReference,
            Followed.Step step,
            @Nullable Instant downSince,
            @Nullable Instant correctedAt,
            Instant changedAt) {

        static ChangeView of(ReportChange change) {
            return new ChangeView(
                    change.changeId(),
                    change.reportId(),
                    change.partnerReference(),
                    change.step(),
                    change.downSince(),
                    change.edition() == null ? null : change.edition().correctedAt(),
                    change.at());
        }
    }

    /** @param next cursor of what comes after, today or later: a feed has no end */
    record ChangeList(List<ChangeView> items, String next) {}

    private final ReportChanges changes;
    private final SealedCursor cursors;

    ChangeController(ReportChanges changes, SealedCursor cursors) {
        this.changes = changes;
        this.cursors = cursors;
    }

    @Operation(
            operationId = "listChanges",
            summary = "Follow all reports",
            description =
                    "Steps that the partner's reports have reached, and corrections of them, the oldest first, from the beginning without a cursor. Keep next, and send it as cursor to read on, today or in a year: nothing is left out and nothing is told twice. An empty list is the end for now.")
    @GetMapping("/v1/changes")
    ChangeList changes(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var origin = Origin.of(caller).text();
        var feed = "changes|" + origin;
        var after = cursor == null
                ? BEGINNING
                : cursors.read(cursor, feed).map(Long::valueOf).orElseThrow(Paging::notACursor);
        var found = changes.after(origin, after, Paging.size(limit));
        var last = found.isEmpty() ? after : found.getLast().number();
        return new ChangeList(found.stream().map(ChangeView::of).toList(), cursors.written(Long.toString(last), feed));
    }
}
