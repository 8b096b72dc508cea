package org.vigie.registry.chain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.CaseSnapshot;

/** What a case asks of this service. */
final class Need {

    private Need() {}

    /** Whether somebody may come to be written to about it. */
    static boolean isOpen(CaseSnapshot snapshot) {
        return switch (snapshot.action()) {
            case VERIFIED, ROUTED, UNADDRESSABLE, NOTIFIED, EXHAUSTED -> true;
            case RECEIVED, REJECTED, RETRACTED, UNKNOWN -> false;
        };
    }

    /** Whether a question about it may leave this machine: a hold stops every one unless its holder allows probing. */
    static boolean mayAsk(CaseSnapshot snapshot) {
        return isOpen(snapshot) && (!snapshot.held() || snapshot.probingAllowed());
    }

    /** Whether two versions of a case ask for the same. */
    static boolean isTheSame(CaseSnapshot one, CaseSnapshot other) {
        return mayAsk(one) == mayAsk(other) && chainAfter(one) == chainAfter(other);
    }

    /** From when on a chain is wanted that is not there; absent if none is. */
    static Optional<Instant> wanted(CaseSnapshot snapshot, @Nullable CaseChain chain, Instant now) {
        if (!mayAsk(snapshot)) {
            return Optional.empty();
        }
        if (chain == null) {
            return Optional.of(now);
        }
        var after = chainAfter(snapshot);
        return after <= chain.snapshot().resolvedAt()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(Math.max(after, now.toEpochMilli())));
    }

    /** The instant a chain must not be older than, 0 if none is wanted. */
    static long chainAfter(CaseSnapshot snapshot) {
        var wants = snapshot.wants();
        var after = wants == null ? null : wants.chainAfter();
        return after == null ? 0 : after;
    }
}
