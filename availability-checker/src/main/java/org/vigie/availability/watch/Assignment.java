package org.vigie.availability.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.events.removal.CaseSnapshot;

/**
 * What a case says about watching it.
 *
 * @param caseVersion of the snapshot it was taken from
 * @param watched whether it is to be checked now
 * @param hostProvider absent if it is unknown
 * @param person what a person last saw there, absent if nobody looked
 * @param checkAfter a check made at or after this instant is wanted, absent if none is
 */
public record Assignment(
        long caseVersion,
        boolean watched,
        Locator locator,
        ProbeRule rule,
        @Nullable UUID hostProvider,
        @Nullable Instant checkAfter,
        @Nullable Testimony person) {

    static Assignment of(CaseSnapshot snapshot) {
        var rule = snapshot.probeRule();
        var checkAfter = snapshot.wants().checkAfter();
        return new Assignment(
                snapshot.version(),
                rule != null
                        && isOpen(snapshot.action())
                        && mayBeAsked(snapshot)
                        && isOnTheClearWeb(snapshot.hostKind()),
                snapshot.locator(),
                rule == null ? ProbeRule.UNKNOWN : rule,
                snapshot.hostProvider(),
                checkAfter == null ? null : Instant.ofEpochMilli(checkAfter),
                person(snapshot.personSaw()));
    }

    private static @Nullable Testimony person(CaseSnapshot.@Nullable PersonSaw seen) {
        if (seen == null) {
            return null;
        }
        var at = Instant.ofEpochMilli(seen.at());
        return switch (seen.what()) {
            case PRESENT -> Testimony.ofPerson(at, true);
            case GONE -> Testimony.ofPerson(at, false);
            case UNKNOWN -> null;
        };
    }

    private static boolean isOpen(CaseSnapshot.Action action) {
        return switch (action) {
            case VERIFIED, ROUTED, UNADDRESSABLE, NOTIFIED, EXHAUSTED -> true;
            case RECEIVED, REJECTED, RETRACTED, UNKNOWN -> false;
        };
    }

    private static boolean mayBeAsked(CaseSnapshot snapshot) {
        return !snapshot.held() || snapshot.probingAllowed();
    }

    private static boolean isOnTheClearWeb(HostKind kind) {
        return switch (kind) {
            case DOMAIN, IPV4, IPV6, SPECIAL_USE -> true;
            case ONION_V3, ONION_V2, ONION_INVALID, UNKNOWN -> false;
        };
    }
}
