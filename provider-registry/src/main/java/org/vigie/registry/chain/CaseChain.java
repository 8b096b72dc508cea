package org.vigie.registry.chain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot;

/**
 * The latest chain of a case.
 *
 * @param version the stored version this was read at, absent while it was never stored
 * @param snapshot what is published; its own version is left at 0
 * @param seen what the network showed then
 * @param first what it showed at the chain of the first notice, absent before a first notice
 * @param incomplete lacks an addressee or a name for a role
 * @param usable the providers that could be written to
 */
public record CaseChain(
        UUID caseId,
        @Nullable Long version,
        ChainSnapshot snapshot,
        Seen seen,
        @Nullable Seen first,
        boolean incomplete,
        List<UUID> usable) {

    public CaseChain {
        usable = List.copyOf(usable);
    }

    /** The same as the store has it. */
    public CaseChain storedAt(long stored) {
        return new CaseChain(caseId, stored, snapshot, seen, first, incomplete, usable);
    }

    static CaseChain of(UUID caseId, Resolution resolution, long resolvedAt) {
        return new CaseChain(
                caseId,
                null,
                resolution.snapshot(caseId, 0, resolvedAt, List.of()),
                resolution.chain().seen(),
                null,
                resolution.incomplete(),
                resolution.usable());
    }

    /** The next chain of the case, which tells what changed since the first notice. */
    CaseChain next(Resolution resolution, long resolvedAt, boolean noticed) {
        var base = first == null && noticed ? seen : first;
        var now = resolution.chain().seen();
        var changes = base == null ? List.<String>of() : base.changesTo(now);
        return new CaseChain(
                caseId,
                version,
                resolution.snapshot(caseId, 0, resolvedAt, changes),
                now,
                base,
                resolution.incomplete(),
                resolution.usable());
    }

    /** Without anything that the network showed of the host. */
    CaseChain erased() {
        return new CaseChain(caseId, version, snapshot, Seen.NOTHING, null, false, usable);
    }

    boolean isErased() {
        return seen.equals(Seen.NOTHING) && first == null && !incomplete;
    }

    /** Whether the other says the same, the time left aside. */
    boolean saysTheSameAs(CaseChain other) {
        return atNoTime(snapshot).equals(atNoTime(other.snapshot))
                && seen.addresses().equals(other.seen.addresses());
    }

    private static ChainSnapshot atNoTime(ChainSnapshot chain) {
        return new ChainSnapshot(
                chain.caseId(),
                0,
                0,
                chain.hostKind(),
                chain.hops(),
                chain.ranking(),
                chain.failures(),
                chain.probeRule(),
                chain.shared(),
                chain.degraded(),
                chain.reason(),
                chain.changes(),
                null);
    }
}
