package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cases in memory, where all are stored at one instant. */
public class InMemoryCases implements Cases {

    private static final Instant STORED = CaseExamples.START;

    private final Map<UUID, RemovalCase> stored =
            new TreeMap<>(Comparator.comparing(UUID::toString, Comparator.naturalOrder()));

    private final Map<String, UUID> byUrl = new HashMap<>();
    private final Map<UUID, Long> nothingLeft = new HashMap<>();

    @Override
    public synchronized Optional<RemovalCase> find(UUID caseId) {
        return Optional.ofNullable(stored.get(caseId));
    }

    @Override
    public Optional<RemovalCase> atHand(UUID caseId) {
        return find(caseId);
    }

    @Override
    public synchronized boolean waitsToBeGathered(UUID caseId, UUID itemId) {
        return find(caseId)
                .map(RemovalCase::pending)
                .filter(asked -> asked.itemId().equals(itemId) && asked.noticeId() == null)
                .isPresent();
    }

    @Override
    public synchronized Optional<UUID> withUrl(String urlToken) {
        return Optional.ofNullable(byUrl.get(urlToken));
    }

    @Override
    public synchronized Optional<RemovalCase> save(RemovalCase known) {
        var before = stored.get(known.caseId());
        var read = known.version();
        var isStale = !Objects.equals(before == null ? null : before.version(), read);
        var urlTaken = before == null && withUrl(known.tokens().url()).isPresent();
        if (isStale || urlTaken) {
            return Optional.empty();
        }
        var next = known.storedAt(read == null ? 0 : read + 1);
        stored.put(known.caseId(), next);
        byUrl.put(known.tokens().url(), known.caseId());
        return Optional.of(next);
    }

    @Override
    public synchronized List<UUID> withContent(Collection<String> tokens, int limit) {
        return stored.values().stream()
                .filter(known -> has(known, tokens))
                .limit(limit)
                .map(RemovalCase::caseId)
                .toList();
    }

    @Override
    public synchronized List<RemovalCase> signalledTo(UUID providerId, Collection<String> tokens, int limit) {
        return stored.values().stream()
                .filter(known -> has(known, tokens))
                .filter(known -> known.pursuit().contacted().stream()
                        .anyMatch(rung -> rung.addressee().providerId().equals(providerId)))
                .sorted(Comparator.comparing(
                                (RemovalCase known) -> known.pursuit().firstHandoverAt(),
                                Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                        .reversed())
                .limit(limit)
                .toList();
    }

    private static boolean has(RemovalCase known, Collection<String> tokens) {
        return known.contents().stream().anyMatch(unit -> unit.isOneOf(tokens));
    }

    @Override
    public synchronized Map<UUID, Instant> due() {
        var due = new HashMap<UUID, Instant>();
        stored.forEach((id, known) -> {
            if (known.waiting().nextStepAt() != null) {
                due.put(id, known.waiting().nextStepAt());
            }
        });
        return due;
    }

    @Override
    public synchronized List<UUID> unwritable(int limit) {
        return stored.values().stream()
                .filter(RemovalCase::isUnwritable)
                .map(RemovalCase::caseId)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<UUID> waitingFor(UUID providerId) {
        return ids(known -> providerId.equals(known.wants().provider()));
    }

    @Override
    public synchronized List<UUID> writingTo(UUID providerId) {
        return ids(known -> known.route().addressee() != null
                && known.route().addressee().providerId().equals(providerId));
    }

    private List<UUID> ids(Predicate<RemovalCase> wanted) {
        return stored.values().stream().filter(wanted).map(RemovalCase::caseId).toList();
    }

    @Override
    public synchronized List<RemovalCase> beforeFirstNotice(String hostToken, int limit) {
        return stored.values().stream()
                .filter(known -> known.tokens().host().equals(hostToken) && known.pending() == null)
                .filter(known ->
                        known.stage() instanceof CaseStage.Verified || known.stage() instanceof CaseStage.Routed)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<RemovalCase> notRemindedSince(Instant since, int limit) {
        return stored.values().stream()
                .filter(known -> known.stage() instanceof CaseStage.Notified)
                .filter(known ->
                        known.pursuit().lastHandoverAt().filter(since::isAfter).isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<UUID> settledBefore(Instant instant, int limit) {
        return stored.values().stream()
                .filter(known -> !Objects.equals(nothingLeft.get(known.caseId()), known.version()))
                .filter(known ->
                        Settled.of(known).since().filter(instant::isAfter).isPresent())
                .sorted(Comparator.comparing(known -> Settled.of(known).since().orElseThrow()))
                .limit(limit)
                .map(RemovalCase::caseId)
                .toList();
    }

    @Override
    public synchronized void nothingLeft(UUID caseId, long version) {
        nothingLeft.put(caseId, version);
    }

    @Override
    public synchronized List<RemovalCase> page(CaseFilter filter, @Nullable UUID after, int limit) {
        return stored.values().stream()
                .filter(known -> filter.state() == null || CaseStatus.of(known) == filter.state())
                .filter(known -> filter.stuckBefore() == null
                        || known.isUnwritable()
                        || (known.waiting().nextStepAt() != null
                                && known.waiting().nextStepAt().isBefore(filter.stuckBefore())))
                .filter(known -> filter.provider() == null
                        || (known.route().addressee() != null
                                && known.route().addressee().providerId().equals(filter.provider())))
                .filter(known ->
                        filter.hostToken() == null || known.tokens().host().equals(filter.hostToken()))
                .filter(known -> filter.receivedSince() == null
                        || !known.evidence().receivedAt().isBefore(filter.receivedSince()))
                .filter(_ -> filter.changedSince() == null || !STORED.isBefore(filter.changedSince()))
                .filter(known -> filter.ids() == null || filter.ids().contains(known.caseId()))
                .filter(known -> after == null || known.caseId().toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Milestones> changedBetween(Instant from, Instant until) {
        return stored.values().stream()
                .filter(_ -> !STORED.isBefore(from) && STORED.isBefore(until))
                .map(known -> new Milestones(
                        known.caseId(),
                        known.evidence().receivedAt(),
                        known.evidence().verifiedAt(),
                        known.pursuit().firstHandoverAt()))
                .toList();
    }

    @Override
    public synchronized Map<CaseStatus, Long> counts() {
        return stored.values().stream()
                .collect(Collectors.groupingBy(CaseStatus::of, LinkedHashMap::new, Collectors.counting()));
    }
}
