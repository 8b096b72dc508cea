package org.vigie.notice.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reports in memory. */
public final class InMemoryReports implements Reports {

    private final Map<UUID, Report> stored = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Report> find(UUID reportId) {
        return Optional.ofNullable(stored.get(reportId));
    }

    @Override
    public synchronized Optional<Report> findByReference(String reference) {
        return stored.values().stream()
                .filter(report -> report.reference().equals(reference))
                .findFirst();
    }

    @Override
    public synchronized boolean add(Report report) {
        return stored.putIfAbsent(report.reportId(), report) == null;
    }

    @Override
    public synchronized void applied(UUID reportId, UUID caseId) {
        stored.computeIfPresent(reportId, (_, report) -> report.appliedTo(caseId));
    }

    @Override
    public synchronized List<UUID> pending() {
        return stored.values().stream()
                .filter(report -> report.caseId() == null)
                .map(Report::reportId)
                .toList();
    }
}
