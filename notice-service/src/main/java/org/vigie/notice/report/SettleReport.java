package org.vigie.notice.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.SameContent;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Backing;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Corrected;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.TakenBack;
import org.vigie.url.WebUrl;

/**
 * Tells the cases of a report that was taken back or corrected; what others reported is read anew with every move.
 * Idempotent.
 */
@Service
public class SettleReport {

    private static final Logger LOG = LoggerFactory.getLogger(SettleReport.class);

    private static final int PORTION = 500;

    private final Reports reports;
    private final Cases cases;
    private final ChangeCase changeCase;
    private final CaseQueue queue;
    private final SameContent contents;
    private final PlaceTokens tokens;
    private final ApplyReport applyReport;

    SettleReport(
            Reports reports,
            Cases cases,
            ChangeCase changeCase,
            CaseQueue queue,
            SameContent contents,
            PlaceTokens tokens,
            ApplyReport applyReport) {
        this.reports = reports;
        this.cases = cases;
        this.changeCase = changeCase;
        this.queue = queue;
        this.contents = contents;
        this.tokens = tokens;
        this.applyReport = applyReport;
    }

    /** Tells the case of a report that waits for that; any other is passed over. */
    public void settle(UUID reportId) {
        reports.find(Scope.EVERYBODYS, reportId)
                .filter(report -> report.isPending() && (!report.stands() || report.caseId() != null))
                .ifPresent(this::settle);
    }

    private void settle(Report report) {
        caseOf(report).ifPresent(caseId -> {
            if (report.stands()) {
                correct(report, caseId);
            } else {
                takeBack(report, caseId);
            }
        });
        reports.settled(report);
    }

    private void correct(Report report, UUID caseId) {
        var correction = report.corrections().last().orElseThrow();
        var at = correction.at();
        var alike = elsewhere(report, caseId);
        var verifiedElsewhere = isVerifiedElsewhere(report, alike);
        var isForgotten = !verifies(report) && isForgotten(report, caseId, verifiedElsewhere);
        var by = new TakenBack(
                correction.requestId(), report.reference(), by(report), "CORRECTED", content(report, caseId), at);
        change(
                caseId,
                known -> known.byCorrections()
                        .corrected(
                                new Corrected(
                                        correction.requestId(),
                                        report.reference(),
                                        by(report),
                                        content(report, caseId),
                                        ApplyReport.standing(report.submission()),
                                        at),
                                backing(report, known, verifiedElsewhere)));
        LOG.atInfo()
                .addKeyValue("reportId", report.reportId())
                .addKeyValue("caseId", caseId)
                .log("case told that a report of it was corrected");
        if (isForgotten) {
            alike.forEach(other -> change(other, known -> known.byWithdrawals().withdrawnElsewhere(by)));
        }
        applyReport.follow(report, caseId, at);
    }

    /** A crash may have kept the report from knowing its case. Nobody knows what an erased one said. */
    private Optional<UUID> caseOf(Report report) {
        if (report.wasErased()) {
            return Optional.empty();
        }
        return report.caseId() != null
                ? Optional.of(report.caseId())
                : cases.withUrl(tokens.of(
                                        WebUrl.parse(report.submission().place().url())
                                                .found()
                                                .orElseThrow())
                                .url())
                        .flatMap(cases::find)
                        .filter(known -> known.byWithdrawals().took(takenBack(report, known.caseId())))
                        .map(RemovalCase::caseId);
    }

    private void takeBack(Report report, UUID caseId) {
        var alike = elsewhere(report, caseId);
        var verifiedElsewhere = isVerifiedElsewhere(report, alike);
        var isForgotten = isForgotten(report, caseId, verifiedElsewhere);
        change(
                caseId,
                known -> known.byWithdrawals()
                        .withdrawn(takenBack(report, caseId), backing(report, known, verifiedElsewhere)));
        LOG.atInfo()
                .addKeyValue("reportId", report.reportId())
                .addKeyValue("caseId", caseId)
                .log("case told that a report of it was taken back");
        if (isForgotten) {
            alike.forEach(other ->
                    change(other, known -> known.byWithdrawals().withdrawnElsewhere(takenBack(report, other))));
        }
    }

    private boolean isVerifiedElsewhere(Report report, List<UUID> alike) {
        return alike.stream()
                .flatMap(other -> cases.find(other).stream())
                .anyMatch(other -> isVerifiedIn(other, report));
    }

    /** Whether only this report ever said that the content is verified; nothing is held of it any more then. */
    private boolean isForgotten(Report report, UUID caseId, boolean verifiedElsewhere) {
        var isForgotten = (verifies(report) || report.corrections().verifiedBefore())
                && !verifiedElsewhere
                && cases.find(caseId)
                        .filter(known -> backing(report, known, false).unitVerified())
                        .isEmpty();
        if (isForgotten) {
            tokens.of(report.submission().hashes()).stream().findFirst().ifPresent(contents::forgetReported);
        }
        return isForgotten;
    }

    private void change(UUID caseId, UnaryOperator<RemovalCase> move) {
        var after = changeCase.change(caseId, move);
        Optional.ofNullable(after.waiting().nextStepAt()).ifPresent((Instant due) -> queue.lookAt(caseId, due));
    }

    /** Other cases that have the content. */
    private List<UUID> elsewhere(Report report, UUID caseId) {
        var hashes = tokens.of(report.submission().hashes());
        return hashes.isEmpty()
                ? List.of()
                : cases.withContent(List.of(contents.of(hashes.getFirst()).token()), Integer.MAX_VALUE).stream()
                        .filter(other -> !other.equals(caseId))
                        .toList();
    }

    private boolean isVerifiedIn(RemovalCase known, Report report) {
        return others(report, known.caseId()).anyMatch(one -> verifies(one) && isOfOne(one, report, known));
    }

    private Backing backing(Report report, RemovalCase known, boolean verifiedElsewhere) {
        var others =
                Stream.concat(waiting(report), others(report, known.caseId())).toList();
        var ofUnit = others.stream().filter(one -> isOfOne(one, report, known)).toList();
        return new Backing(
                !others.isEmpty(),
                !ofUnit.isEmpty(),
                verifiedElsewhere || ofUnit.stream().anyMatch(SettleReport::verifies));
    }

    /** Others of the same URL that are not applied yet, read before those that are: none is missed in between. */
    private Stream<Report> waiting(Report report) {
        return reports.pendingWith(report, PORTION).stream().filter(one -> isAnother(one, report));
    }

    private Stream<Report> others(Report report, UUID caseId) {
        return Stream.iterate(
                        page(caseId, null),
                        page -> !page.isEmpty(),
                        page -> page(caseId, page.getLast().reportId()))
                .flatMap(List::stream)
                .filter(one -> isAnother(one, report));
    }

    private List<Report> page(UUID caseId, @Nullable UUID after) {
        return reports.of(Scope.EVERYBODYS, caseId, after, PORTION);
    }

    private static boolean isAnother(Report one, Report report) {
        return one.stands() && !one.reportId().equals(report.reportId());
    }

    private static boolean verifies(Report report) {
        return report.submission().isVerified();
    }

    /** Whether both are of one content, as the case knows it. */
    private boolean isOfOne(Report one, Report other, RemovalCase known) {
        return known.contents().stream()
                .anyMatch(unit -> isOf(one, unit, known.caseId()) && isOf(other, unit, known.caseId()));
    }

    private boolean isOf(Report report, ContentUnit unit, UUID caseId) {
        var hashes = tokens.of(report.submission().hashes());
        return hashes.isEmpty() ? unit.isCalled(NameBasedIds.of("content", caseId)) : unit.isOneOf(hashes);
    }

    private TakenBack takenBack(Report report, UUID caseId) {
        var withdrawal = Objects.requireNonNull(report.withdrawal());
        return new TakenBack(
                report.reportId(),
                report.reference(),
                by(report),
                withdrawal.reason().name(),
                content(report, caseId),
                withdrawal.at());
    }

    private static String by(Report report) {
        return Objects.requireNonNullElse(report.submission().filedBy(), report.origin());
    }

    private Predicate<ContentUnit> content(Report report, UUID caseId) {
        return unit -> isOf(report, unit, caseId);
    }
}
