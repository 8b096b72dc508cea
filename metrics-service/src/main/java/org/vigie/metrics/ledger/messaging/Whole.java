package org.vigie.metrics.ledger.messaging;

import java.util.Objects;
import java.util.stream.Stream;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/** Whether a record carries what every number needs: the types of events promise it, a foreign writer may not. */
final class Whole {

    private Whole() {}

    static boolean targeting(TargetingSnapshot snapshot) {
        return allPresent(
                        snapshot.targetingId(),
                        snapshot.caseId(),
                        snapshot.contentId(),
                        snapshot.providerId(),
                        snapshot.role(),
                        snapshot.kind(),
                        snapshot.category(),
                        snapshot.maturation(),
                        snapshot.end())
                && (snapshot.end() != End.REMOVED || snapshot.removedAt() != null)
                && (snapshot.end() != End.MOVED || snapshot.movedAt() != null);
    }

    static boolean removalCase(CaseSnapshot snapshot) {
        return allPresent(snapshot.caseId(), snapshot.action(), snapshot.hostKind(), snapshot.reports())
                && snapshot.contents().stream()
                        .allMatch(content -> allPresent(
                                content.contentId(),
                                content.kind(),
                                content.category(),
                                content.maturation(),
                                content.verification(),
                                content.sightings()));
    }

    static boolean availability(AvailabilitySnapshot snapshot) {
        return allPresent(snapshot.caseId(), snapshot.presence());
    }

    private static boolean allPresent(Object... values) {
        return Stream.of(values).allMatch(Objects::nonNull);
    }
}
