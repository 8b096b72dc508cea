package org.vigie.bench.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Content;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;
import org.vigie.events.removal.TargetingSnapshot;

/** The URL behind some targetings, as notice-service and availability-checker tell of it. */
final class OpenCase {

    private static final long HOUR = 3_600_000;

    final UUID id;
    private final List<TargetingSnapshot> targetings = new ArrayList<>();

    OpenCase(UUID id) {
        this.id = id;
    }

    void add(TargetingSnapshot targeting) {
        targetings.add(targeting);
    }

    CaseSnapshot snapshot() {
        var first = targetings.getFirst();
        var received = first.handedOverAt() - 2 * HOUR;
        var seen = new Sightings(targetings.size(), 0, 0);
        return new CaseSnapshot(
                id,
                5,
                1,
                Action.NOTIFIED,
                1,
                Locator.MEDIA,
                HostKind.DOMAIN,
                targetings.stream().map(OpenCase::content).toList(),
                seen,
                false,
                true,
                0,
                received,
                received + HOUR,
                first.handedOverAt(),
                0,
                1L,
                first.providerId(),
                new CaseSnapshot.Addressee(first.providerId(), first.role()),
                null,
                null,
                Wants.NOTHING,
                null);
    }

    private static Content content(TargetingSnapshot targeting) {
        var reported = targeting.handedOverAt() - 2 * HOUR;
        return new Content(
                targeting.contentId(),
                targeting.kind(),
                targeting.category(),
                targeting.maturation(),
                Act.UNKNOWN,
                null,
                Verification.VERIFIED,
                reported + HOUR,
                targeting.contentToken(),
                null,
                null,
                reported,
                new Sightings(1, 0, 0));
    }

    AvailabilitySnapshot presence() {
        var removedAt = targetings.getFirst().removedAt();
        return new AvailabilitySnapshot(
                id,
                3,
                removedAt == null ? Presence.REACHABLE : Presence.GONE,
                List.of(),
                null,
                null,
                removedAt,
                removedAt == null ? null : RemovalClass.GONE_404,
                false,
                null,
                0,
                removedAt == null ? List.of() : List.of(removal(removedAt)),
                List.of(),
                null);
    }

    private static Removal removal(long at) {
        @Nullable Long back = null;
        return new Removal(at - HOUR, at, at + HOUR, RemovalClass.GONE_404, back);
    }
}
