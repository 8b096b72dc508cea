package org.vigie.notice.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.events.Verification;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.content.Verdict;
import org.vigie.notice.escalation.AdvanceCase;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.FollowContent;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Sighting;
import org.vigie.url.WebUrl;

/** Applies a stored report to the case of its URL, which it opens if it is the first. Idempotent. */
@Service
public class ApplyReport {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyReport.class);

    private static final int TOGETHER = 100;

    /** One URL at a time, or each would read what another is about to change. */
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(64).toList();

    private final Reports reports;
    private final Cases cases;
    private final AdvanceCase advance;
    private final ChangeCase changeCase;
    private final CaseQueue queue;
    private final FollowContent followContent;
    private final PlaceTokens tokens;

    ApplyReport(
            Reports reports,
            Cases cases,
            AdvanceCase advance,
            ChangeCase changeCase,
            CaseQueue queue,
            FollowContent followContent,
            PlaceTokens tokens) {
        this.reports = reports;
        this.cases = cases;
        this.advance = advance;
        this.changeCase = changeCase;
        this.queue = queue;
        this.followContent = followContent;
        this.tokens = tokens;
    }

    /** The same of a report that waits. */
    public void apply(UUID reportId) {
        apply(reports.find(Scope.EVERYBODYS, reportId).orElseThrow());
    }

    /**
     * Those of the same URL that wait, too, are applied with it: a case of many contents is read and written once.
     *
     * @return the report with its case
     */
    Report apply(Report asked) {
        if (!isNew(asked)) {
            return asked;
        }
        var turn = turns.get(Math.floorMod(asked.submission().place().url().hashCode(), turns.size()));
        turn.lock();
        try {
            return applyWithOthers(asked);
        } finally {
            turn.unlock();
        }
    }

    private static boolean isNew(Report report) {
        return report.isPending() && report.stands() && report.caseId() == null;
    }

    private Report applyWithOthers(Report asked) {
        var together = reports.pendingWith(asked, TOGETHER).stream()
                .filter(ApplyReport::isNew)
                .toList();
        if (together.stream().noneMatch(one -> one.reportId().equals(asked.reportId()))) {
            var stored = reports.find(Scope.EVERYBODYS, asked.reportId()).orElseThrow();
            // If it has no case, more wait than are taken at a time, or it was stored before they could be found.
            return isNew(stored) ? asked.appliedTo(applyAll(List.of(asked))) : stored;
        }
        try {
            return asked.appliedTo(applyAll(together));
        } catch (RuntimeException e) {
            if (together.size() == 1) {
                throw e;
            }
            // One that cannot be applied holds up no other.
            return asked.appliedTo(applyAll(List.of(asked)));
        }
    }

    private UUID applyAll(List<Report> together) {
        var seen = together.stream()
                .map(report -> new Seen(report, content(report.submission())))
                .toList();
        var caseId = sighted(seen);
        seen.stream().flatMap(Seen::known).distinct().forEach(content -> followContent.heard(caseId, content));
        together.forEach(report -> {
            reports.applied(report, caseId);
            LOG.atInfo()
                    .addKeyValue("reportId", report.reportId())
                    .addKeyValue("caseId", caseId)
                    .log("report applied to its case");
        });
        return caseId;
    }

    /** Has the case, and every other one of the content, hear what the report says of it now. */
    void follow(Report report, UUID caseId, Instant at) {
        var content = content(report.submission());
        if (content != null) {
            changeCase.change(caseId, known -> known.byReports().agreeing(content.token(), content, at));
            followContent.heard(caseId, content);
        }
    }

    /** What is known of the content everywhere, this report included; absent if it cannot be told from others. */
    private @Nullable Content content(Submission said) {
        var hashTokens = tokens.of(said.hashes());
        if (hashTokens.isEmpty()) {
            return null;
        }
        return followContent.reported(hashTokens, said.verification() == Verification.VERIFIED ? standing(said) : null);
    }

    /** Who hands in more than a suspicion is who assessed it, if they say who they are. */
    static Verdict standing(Submission said) {
        var assessment = said.assessment();
        return Verdict.reported(
                said.verification(),
                said.category(),
                said.verification() == Verification.SUSPECT ? assessment : assessment.by(said.filedBy()),
                said.verifiedAt());
    }

    /** A report, and what is known of its content everywhere; absent if it cannot be told from others. */
    private record Seen(Report report, @Nullable Content content) {

        Stream<Content> known() {
            return Optional.ofNullable(content).stream();
        }
    }

    /** The case of their URL that they were seen in, opened if need be, and taken as far as it goes then. */
    private UUID sighted(List<Seen> seen) {
        var first = seen.getFirst().report();
        var place = first.submission().place();
        var caseTokens = tokens.of(WebUrl.parse(place.url()).found().orElseThrow());
        var known = cases.withUrl(caseTokens.url());
        if (known.isEmpty()) {
            var opened = RemovalCase.opened(
                    NameBasedIds.of("case", first.reportId()), caseTokens, place, first.receivedAt());
            var stored = advance.open(sighted(opened, seen));
            if (stored.isPresent()) {
                return stored.get().caseId();
            }
        }
        // Or another report of the URL was faster.
        var caseId = known.or(() -> cases.withUrl(caseTokens.url())).orElseThrow();
        changeCase.change(caseId, before -> sighted(before, seen));
        // In its turn among what else falls due about it: a step that is due already is not put off.
        queue.lookAt(caseId, first.receivedAt());
        return caseId;
    }

    private RemovalCase sighted(RemovalCase known, List<Seen> seen) {
        var next = known;
        for (var one : seen) {
            next = sighted(next, one);
        }
        return next;
    }

    private RemovalCase sighted(RemovalCase known, Seen seen) {
        var report = seen.report();
        var content = seen.content();
        var sighted = known.byReports().sighted(sighting(report, known.caseId(), content));
        return content == null ? sighted : sighted.byReports().agreeing(content.token(), content, report.receivedAt());
    }

    private Sighting sighting(Report report, UUID caseId, @Nullable Content content) {
        var said = report.submission();
        var hashTokens = tokens.of(said.hashes());
        var contentId = hashTokens.isEmpty()
                ? NameBasedIds.of("content", caseId)
                : NameBasedIds.of("content", hashTokens.getFirst());
        var unit = new ContentUnit(
                contentId,
                List.of(),
                said.kind(),
                said.hashes(),
                content == null ? null : content.token(),
                hashTokens,
                standing(said),
                said.containedVerified(),
                said.containedApparent(),
                report.receivedAt(),
                Sightings.NONE.plus(said.network()));
        return new Sighting(
                report.reportId(),
                report.reference(),
                Objects.requireNonNullElse(said.filedBy(), report.origin()),
                said.place(),
                unit,
                said.network(),
                said.holds(),
                report.receivedAt());
    }
}
