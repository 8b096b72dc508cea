package org.vigie.notice.report;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports in memory. */
public final class InMemoryReports implements Reports {

    private final Map<UUID, Report> stored = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Report> find(Scope scope, UUID reportId) {
        return Optional.ofNullable(stored.get(reportId)).filter(scope::has);
    }

    @Override
    public synchronized Optional<Report> findByReference(Scope scope, String reference) {
        return stored.values().stream()
                .filter(report -> report.reference().equals(reference))
                .filter(scope::has)
                .findFirst();
    }

    @Override
    public synchronized List<Report> find(Collection<UUID> reportIds) {
        return reportIds.stream()
                .flatMap(id -> Stream.ofNullable(stored.get(id)))
                .toList();
    }

    @Override
    public synchronized List<Report> add(List<Report> reports) {
        return reports.stream()
                .filter(report -> stored.putIfAbsent(report.reportId(), report) == null)
                .toList();
    }

    @Override
    public synchronized void applied(Report report, UUID caseId) {
        stored.computeIfPresent(report.reportId(), (_, known) -> heard(known.appliedTo(caseId), false));
    }

    @Override
    public synchronized boolean correct(Report corrected) {
        var known = stored.get(corrected.reportId());
        if (known == null
                || !known.stands()
                || known.corrections().made().size() + 1
                        != corrected.corrections().made().size()) {
            return false;
        }
        stored.put(corrected.reportId(), known.corrected(corrected.submission(), corrected.corrections()));
        return true;
    }

    @Override
    public synchronized boolean withdraw(Report report, Withdrawal withdrawal) {
        var known = stored.get(report.reportId());
        if (known == null || !known.stands()) {
            return false;
        }
        stored.put(report.reportId(), known.withdrawn(withdrawal));
        return true;
    }

    @Override
    public synchronized void settled(Report report) {
        stored.computeIfPresent(report.reportId(), (_, known) -> isAsRead(known, report) ? heard(known, true) : known);
    }

    private static boolean isAsRead(Report known, Report read) {
        return known.stands() == read.stands()
                && known.corrections().made().equals(read.corrections().made());
    }

    private static Report heard(Report report, boolean is) {
        var withdrawal = report.withdrawal();
        return report.corrected(report.submission(), report.corrections().settled(is))
                .withdrawn(withdrawal == null ? null : withdrawal.settled(is));
    }

    @Override
    public synchronized List<Report> page(
            Scope scope,
            @Nullable String partnerReference,
            @Nullable Instant receivedSince,
            @Nullable UUID after,
            int limit) {
        return sorted().filter(scope::has)
                .filter(report -> partnerReference == null
                        || partnerReference.equals(report.submission().partnerReference()))
                .filter(report -> receivedSince == null || !report.receivedAt().isBefore(receivedSince))
                .filter(report -> after == null || report.reportId().toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Report> of(Scope scope, UUID caseId, @Nullable UUID after, int limit) {
        return sorted().filter(scope::has)
                .filter(report -> caseId.equals(report.caseId()))
                .filter(report -> after == null || report.reportId().toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .toList();
    }

    private Stream<Report> sorted() {
        return stored.values().stream()
                .sorted(Comparator.comparing(report -> report.reportId().toString()));
    }

    @Override
    public synchronized List<Report> pendingWith(Report report, int limit) {
        return stored.values().stream()
                .filter(Report::isPending)
                .filter(one -> one.submission()
                        .place()
                        .url()
                        .equals(report.submission().place().url()))
                .sorted(Comparator.comparing(Report::receivedAt))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<ReportTurn> pending() {
        return stored.values().stream()
                .filter(Report::isPending)
                .map(Report::turn)
                .sorted(Comparator.comparing(ReportTurn::batched))
                .toList();
    }
}
