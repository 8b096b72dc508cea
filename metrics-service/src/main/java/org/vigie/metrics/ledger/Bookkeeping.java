package org.vigie.metrics.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;

/** Keeps the ledger: what is news goes to the store first and is counted then, so memory never knows more. */
@Service
public class Bookkeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

    private final Snapshots<TargetingSnapshot> targetings;
    private final Snapshots<CaseSnapshot> cases;
    private final Snapshots<AvailabilitySnapshot> availability;
    private final Snapshots<Watermark> watermarks;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, UUID> merges = new HashMap<>();
    private final Map<Integer, Long> checkedUpTo = new HashMap<>();
    private Ledger ledger = new Ledger();

    public Bookkeeping(
            Snapshots<TargetingSnapshot> targetings,
            Snapshots<CaseSnapshot> cases,
            Snapshots<AvailabilitySnapshot> availability,
            Snapshots<Watermark> watermarks,
            Clock clock) {
        this.targetings = targetings;
        this.cases = cases;
        this.availability = availability;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** Counts everything anew from the store; what cannot be counted is put aside there, and the rest is counted. */
    public void rebuild() {
        locked(_ -> {
            try {
                ledger = counted();
            } catch (RuntimeException e) {
                LOG.atError()
                        .addKeyValue("failure", e.getClass().getName())
                        .log("ledger rebuild failed; trying each stored snapshot by itself");
                LOG.atError().addKeyValue("snapshots", siftAll()).log("uncountable snapshots set aside");
                ledger = counted();
            }
            LOG.atInfo()
                    .addKeyValue("targetings", ledger.lifecycles().count())
                    .addKeyValue("cases", ledger.caseCount())
                    .log("ledger rebuilt from store");
            return ledger;
        });
    }

    private Ledger counted() {
        var rebuilt = new Ledger();
        merges.forEach(rebuilt::merge);
        cases.forEach(rebuilt::fold);
        availability.forEach(rebuilt::fold);
        targetings.forEach(rebuilt::fold);
        watermarks.forEach(this::note);
        rebuilt.cellBytes();
        return rebuilt;
    }

    private long siftAll() {
        return cases.sift(one -> trial(List.of(one), Ledger::fold))
                + availability.sift(one -> trial(List.of(one), Ledger::fold))
                + targetings.sift(one -> trial(List.of(one), Ledger::fold))
                + watermarks.sift(_ -> {});
    }

    /** Counts targetings as they stand now, and returns those that cannot be counted. */
    public List<Uncountable<TargetingSnapshot>> targetings(List<TargetingSnapshot> snapshots) {
        return count(snapshots, targetings, Ledger::isNews, Ledger::fold, Bookkeeping::tellEnd);
    }

    /** Counts cases as they stand now, and returns those that cannot be counted. */
    public List<Uncountable<CaseSnapshot>> cases(List<CaseSnapshot> snapshots) {
        return count(snapshots, cases, Ledger::isNews, Ledger::fold, _ -> {});
    }

    /** Counts what is known of the presence of cases, and returns what cannot be counted. */
    public List<Uncountable<AvailabilitySnapshot>> availability(List<AvailabilitySnapshot> snapshots) {
        return count(snapshots, availability, Ledger::isNews, Ledger::fold, _ -> {});
    }

    /** What cannot be counted is found out by a ledger of its own, before the store keeps it and before ours has it. */
    private <T> List<Uncountable<T>> count(
            List<T> snapshots,
            Snapshots<T> store,
            BiPredicate<Ledger, T> isNews,
            BiConsumer<Ledger, T> fold,
            Consumer<T> counted) {
        return locked(now -> {
            var news = snapshots.stream()
                    .filter(snapshot -> isNews.test(now, snapshot))
                    .toList();
            var left = uncountable(news, fold);
            if (!left.isEmpty()) {
                var culprits = left.stream().map(Uncountable::snapshot).collect(Collectors.toSet());
                news = news.stream()
                        .filter(snapshot -> !culprits.contains(snapshot))
                        .toList();
            }
            store.keepAll(news);
            news.forEach(snapshot -> {
                fold.accept(now, snapshot);
                counted.accept(snapshot);
            });
            return left;
        });
    }

    private static void tellEnd(TargetingSnapshot targeting) {
        if (targeting.end() != TargetingSnapshot.End.OPEN) {
            LOG.atInfo()
                    .addKeyValue("caseId", targeting.caseId())
                    .addKeyValue("providerId", targeting.providerId())
                    .addKeyValue("role", targeting.role())
                    .addKeyValue("end", targeting.end())
                    .log("end of a targeting counted");
        }
    }

    private static <T> List<Uncountable<T>> uncountable(List<T> news, BiConsumer<Ledger, T> fold) {
        try {
            trial(news, fold);
            return List.of();
        } catch (RuntimeException _) {
            var left = new ArrayList<Uncountable<T>>();
            for (var one : news) {
                try {
                    trial(List.of(one), fold);
                } catch (RuntimeException e) {
                    left.add(new Uncountable<>(one, e));
                }
            }
            return left;
        }
    }

    private static <T> void trial(List<T> snapshots, BiConsumer<Ledger, T> fold) {
        if (!snapshots.isEmpty()) {
            var ledger = new Ledger();
            snapshots.forEach(snapshot -> fold.accept(ledger, snapshot));
            ledger.cellBytes();
            ledger.cases().forEach(_ -> {});
        }
    }

    /**
     * Notes up to when the checker looked as planned, and returns what it says of partitions that are none. What was
     * said once of one that is no more no longer counts.
     *
     * @param partitions how many locations.v1 has
     */
    public List<Uncountable<Watermark>> watermarks(List<Watermark> marks, int partitions) {
        var counted =
                marks.stream().filter(mark -> mark.partition() < partitions).toList();
        locked(_ -> {
            watermarks.keepAll(counted);
            counted.forEach(this::note);
            return checkedUpTo.keySet().removeIf(partition -> partition >= partitions);
        });
        return marks.stream()
                .filter(mark -> mark.partition() >= partitions)
                .map(mark -> new Uncountable<>(mark, new NoSuchPartition()))
                .toList();
    }

    /** From now on one provider stands for another. */
    public void merge(UUID provider, UUID survivor) {
        locked(now -> {
            merges.put(provider, survivor);
            now.merge(provider, survivor);
            return now;
        });
    }

    /** Reads the ledger while nothing changes it; what is returned must not hold on to it. */
    public <T> T read(Function<Ledger, T> question) {
        return locked(question);
    }

    /** The earlier of now and the instant up to which every partition was checked; absent before any was. */
    public @Nullable Instant asOf() {
        return locked(_ -> checkedUpTo.values().stream()
                .min(Long::compare)
                .map(Instant::ofEpochMilli)
                .map(checked -> checked.isAfter(clock.instant()) ? clock.instant() : checked)
                .orElse(null));
    }

    private void note(Watermark mark) {
        checkedUpTo.merge(mark.partition(), mark.version(), Math::max);
    }

    private <T extends @Nullable Object> T locked(Function<Ledger, T> step) {
        lock.lock();
        try {
            return step.apply(ledger);
        } finally {
            lock.unlock();
        }
    }
}
