package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.content.ContentQueue;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.report.ReportQueue;
import org.vigie.notice.report.ReportTurn;

/** What is to be done and when, done only when a test says so. */
final class DueWork implements CaseQueue, ContentQueue, ReportQueue, NoticeQueues {

    private final List<UUID> reports = new ArrayList<>();
    private final Map<UUID, Instant> cases = new HashMap<>();
    private final Set<String> contents = new HashSet<>();
    private final Map<String, Instant> gatherings = new HashMap<>();
    private final Map<UUID, Instant> notices = new HashMap<>();

    @Override
    public void apply(ReportTurn turn) {
        reports.add(turn.reportId());
    }

    @Override
    public void follow(UUID reportId, Instant due) {
        // No partner is told of anything here.
    }

    @Override
    public void lookAt(UUID caseId, Instant due) {
        cases.put(caseId, due);
    }

    @Override
    public void tell(String token) {
        contents.add(token);
    }

    @Override
    public void compose(String gatheringKey, Instant due) {
        gatherings.put(gatheringKey, due);
    }

    @Override
    public void send(UUID noticeId, Instant due) {
        notices.put(noticeId, due);
    }

    void forget() {
        reports.clear();
        cases.clear();
        contents.clear();
        gatherings.clear();
        notices.clear();
    }

    /** Takes out the reports that are to be applied. */
    List<UUID> takeReports() {
        var taken = List.copyOf(reports);
        reports.clear();
        return taken;
    }

    /** Takes out the cases that are due. */
    List<UUID> takeCases(Instant now) {
        var due = cases.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(cases::remove);
        return due;
    }

    /** Takes out all cases, with the instant at which each is due. */
    Map<UUID, Instant> takeCases() {
        return taken(cases);
    }

    /** Takes out the contents of which cases are to be told. */
    Set<String> takeContents() {
        var taken = Set.copyOf(contents);
        contents.clear();
        return taken;
    }

    /** Takes out all that is gathered, with the instant at which it becomes notices. */
    Map<String, Instant> takeGatherings() {
        return taken(gatherings);
    }

    /** Takes out all notices that are to be sent, with the instant at which they are. */
    Map<UUID, Instant> takeNotices() {
        return taken(notices);
    }

    /** One thing to do. */
    record Due(What what, Object id, Instant at) {

        enum What {
            REPORT,
            CASE,
            CONTENT,
            GATHERING,
            NOTICE
        }
    }

    /** All there is to do, the earliest first; reports and contents at once. */
    List<Due> all() {
        var all = new ArrayList<Due>();
        reports.forEach(id -> all.add(new Due(Due.What.REPORT, id, Instant.MIN)));
        contents.forEach(token -> all.add(new Due(Due.What.CONTENT, token, Instant.MIN)));
        cases.forEach((id, at) -> all.add(new Due(Due.What.CASE, id, at)));
        gatherings.forEach((key, at) -> all.add(new Due(Due.What.GATHERING, key, at)));
        notices.forEach((id, at) -> all.add(new Due(Due.What.NOTICE, id, at)));
        all.sort(Comparator.comparing(Due::at)
                .thenComparing(Due::what)
                .thenComparing(due -> due.id().toString()));
        return all;
    }

    /** It is about to be done. */
    void takeOut(Due due) {
        switch (due.what()) {
            case REPORT -> reports.remove(due.id());
            case CONTENT -> contents.remove(due.id());
            case CASE -> cases.remove(due.id());
            case GATHERING -> gatherings.remove(due.id());
            case NOTICE -> notices.remove(due.id());
        }
    }

    boolean isAnythingDue(Instant now) {
        return Stream.of(cases, gatherings, notices)
                .flatMap(due -> due.values().stream())
                .anyMatch(due -> !due.isAfter(now));
    }

    boolean hasNotices() {
        return !notices.isEmpty();
    }

    private static <K> Map<K, Instant> taken(Map<K, Instant> from) {
        var taken = Map.copyOf(from);
        from.clear();
        return taken;
    }
}
