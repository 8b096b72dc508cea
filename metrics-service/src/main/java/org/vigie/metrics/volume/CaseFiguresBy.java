package org.vigie.metrics.volume;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.ledger.CountedPresence;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Lifecycle;

/**
 * What cases say of the groups their lifecycles are in: a case counts once in each group. Not safe for threads.
 *
 * @param <K> what names a group
 */
public final class CaseFiguresBy<K> {

    private final Ledger ledger;
    private final @Nullable Instant asOf;
    private final Map<K, DelaysSum> delays = new HashMap<>();
    private final Map<K, ReturnsSum> returns = new HashMap<>();

    /** Reads cases from the ledger; reappearance is counted up to the instant. */
    public CaseFiguresBy(Ledger ledger, @Nullable Instant asOf) {
        this.ledger = ledger;
        this.asOf = asOf;
    }

    /** Adds a case by its lifecycles, void ones left out. */
    public void add(Iterable<Lifecycle> ofOneCase, Function<Lifecycle, K> group) {
        UUID caseId = null;
        var firstRemovals = new HashMap<K, Long>();
        for (var lifecycle : ofOneCase) {
            if (lifecycle.counts()) {
                caseId = lifecycle.caseId();
                var removed = lifecycle.ending() instanceof Removed ended ? ended.at() : Long.MAX_VALUE;
                firstRemovals.merge(group.apply(lifecycle), removed, Math::min);
            }
        }
        if (caseId == null) {
            return;
        }
        var counted = ledger.findCase(caseId);
        var presence = ledger.presenceOf(caseId);
        firstRemovals.forEach((key, removedAt) -> {
            if (counted != null) {
                delays.computeIfAbsent(key, _ -> new DelaysSum()).add(counted);
            }
            if (presence != null) {
                addRemoval(key, removedAt, presence);
            }
        });
    }

    /** The presence tells of the removal at which the lifecycle ended. */
    private void addRemoval(K key, long removedAt, CountedPresence presence) {
        presence.removals().stream()
                .filter(removal -> removal.firstDownAt() >= removedAt)
                .findFirst()
                .ifPresent(removal ->
                        returns.computeIfAbsent(key, _ -> new ReturnsSum(asOf)).add(removal));
    }

    /** The figures of a group; those of no case if no case was in it. */
    public CaseFigures of(K group) {
        var waited = delays.get(group);
        var returned = returns.get(group);
        return new CaseFigures(
                waited == null ? CaseFigures.NONE.ownDelay() : waited.delays(),
                returned == null ? CaseFigures.NONE.reappearance() : returned.reappearance());
    }
}
