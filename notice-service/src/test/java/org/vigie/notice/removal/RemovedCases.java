package org.vigie.notice.removal;

import static org.vigie.notice.removal.CaseExamples.HOST;

import java.time.Instant;
import java.util.List;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.content.Verdict;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.report.Corrections;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.Submission;

/** Cases that a provider was told of and that are gone, and their reports; a mark stands in all that must not stay. */
public final class RemovedCases {

    private RemovedCases() {}

    /**
     * A case of its own place and content.
     *
     * @param mark of 16 hexadecimal digits, of which no earlier case is named
     * @param at when it was reported and gone
     */
    public static RemovalCase one(String mark, int number, Instant at) {
        var name = mark + "-" + number;
        var tokens = new Tokens("url-" + NameBasedIds.of("url", name), "host-" + NameBasedIds.of("host", name));
        var place = CaseExamples.opened(name).evidence().place();
        var routed = RemovalCase.opened(NameBasedIds.of("case", name), tokens, place, at)
                .byReports()
                .sighted(CaseExamples.sightingOf(unit(mark, number, at), name, at))
                .byChain()
                .routed(CaseExamples.route(1, at, HOST), at);
        return routed.byNotices()
                .accepted(CaseExamples.handover(name, NoticeKind.FIRST, HOST, routed, at))
                .byPeople()
                .revealed(CaseExamples.signed(mark, at))
                .byChecks()
                .seen(CaseExamples.look(1, Presence.DOWN, at, CaseExamples.removal(at, null)), at)
                .due(null);
    }

    /** The report that a case came from. */
    public static Report report(String mark, int number, RemovalCase known) {
        var at = known.evidence().receivedAt();
        var id = NameBasedIds.of("report", mark + "-" + number);
        return new Report(
                id,
                "RP-" + id,
                "operator",
                "key-" + id,
                new Submission(
                        known.evidence().place(),
                        Category.CSAM,
                        Verification.VERIFIED,
                        at,
                        CaseExamples.UNASSESSED,
                        ContentKind.MEDIA,
                        hashes(mark, number),
                        null,
                        null,
                        null,
                        mark + "-reference",
                        List.of(),
                        mark + " who filed it"),
                at,
                known.caseId(),
                new Corrections(List.of(), true),
                null,
                false);
    }

    private static ContentUnit unit(String mark, int number, Instant at) {
        var name = mark + "-" + number;
        return new ContentUnit(
                CaseExamples.contentId(name),
                List.of(),
                ContentKind.MEDIA,
                hashes(mark, number),
                null,
                List.of("token-" + NameBasedIds.of("token", name)),
                Verdict.reported(Verification.VERIFIED, Category.CSAM, CaseExamples.UNASSESSED, at),
                null,
                null,
                at,
                new Sightings(1, 0, 0));
    }

    private static Hashes hashes(String mark, int number) {
        return new Hashes(mark + "%048x".formatted(number), null, null, null, null);
    }
}
