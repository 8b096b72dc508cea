package org.vigie.metrics.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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

    /** Counts everything anew from the store. */
    public void rebuild() {
        locked(_ -> {
            var rebuilt = new Ledger();
            merges.forEach(rebuilt::merge);
            cases.forEach(rebuilt::fold);
            availability.forEach(rebuilt::fold);
            targetings.forEach(rebuilt::fold);
            watermarks.forEach(this::note);
            ledger = rebuilt;
            LOG.atInfo()
                    .addKeyValue("targetings", rebuilt.lifecycles().count())
                    .addKeyValue("cases", rebuilt.caseCount())
                    .log("counted what the store holds");
            return rebuilt;
        });
    }

    /** Counts targetings as they stand now. */
    public void targetings(List<TargetingSnapshot> snapshots) {
        locked(now -> {
            var news = snapshots.stream().filter(now::isNews).toList();
            targetings.keepAll(news);
            news.forEach(now::fold);
            return now;
        });
    }

    /** Counts cases as they stand now. */
    public void cases(List<CaseSnapshot> snapshots) {
        locked(now -> {
            var news = snapshots.stream().filter(now::isNews).toList();
            cases.keepAll(news);
            news.forEach(now::fold);
            return now;
        });
    }

    /** Counts what is known of the presence of cases. */
    public void availability(List<AvailabilitySnapshot> snapshots) {
        locked(now -> {
            var news = snapshots.stream().filter(now::isNews).toList();
            availability.keepAll(news);
            news.forEach(now::fold);
            return now;
        });
    }

    /** Notes up to when the checker looked as planned. */
    public void watermarks(List<Watermark> marks) {
        locked(now -> {
            watermarks.keepAll(marks);
            marks.forEach(this::note);
            return now;
        });
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
