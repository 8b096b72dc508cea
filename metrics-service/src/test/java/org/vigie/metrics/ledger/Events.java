package org.vigie.metrics.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
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
import org.vigie.events.removal.TargetingSnapshot.ActedBy;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.events.removal.TargetingSnapshot.Sent;

/** Builds snapshots for tests; hours count from {@link #ORIGIN}. */
public final class Events {

    /** 2026-01-01T00:00:00Z. */
    public static final long ORIGIN = 1_767_225_600_000L;

    private Events() {}

    public static long at(double hours) {
        return ORIGIN + Math.round(hours * 3_600_000);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A targeting, first open and in version 1. */
    public record Targeting(
            String removalCase,
            String content,
            int cycle,
            String provider,
            Role role,
            double handedOver,
            @Nullable Double delivered,
            End end,
            @Nullable Double ended,
            boolean hashed,
            long heldMs,
            int notices,
            long version,
            Maturation maturation,
            boolean outage) {

        public static Targeting of(String removalCase, String content, String provider, double handedOver) {
            return new Targeting(
                    removalCase,
                    content,
                    1,
                    provider,
                    Role.HOST,
                    handedOver,
                    handedOver,
                    End.OPEN,
                    null,
                    true,
                    0,
                    1,
                    1,
                    Maturation.PREPUBESCENT,
                    false);
        }

        public Targeting ended(End how, double when) {
            return new Targeting(
                    removalCase,
                    content,
                    cycle,
                    provider,
                    role,
                    handedOver,
                    delivered,
                    how,
                    when,
                    hashed,
                    heldMs,
                    notices,
                    version + 1,
                    maturation,
                    outage);
        }

        public Targeting removedAfter(double hours) {
            return ended(End.REMOVED, handedOver + hours);
        }

        public Targeting notices(int sent) {
            return new Targeting(
                    removalCase,
                    content,
                    cycle,
                    provider,
                    role,
                    handedOver,
                    delivered,
                    end,
                    ended,
                    hashed,
                    heldMs,
                    sent,
                    version + 1,
                    maturation,
                    outage);
        }

        public Targeting held(long milliseconds) {
            return new Targeting(
                    removalCase,
                    content,
                    cycle,
                    provider,
                    role,
                    handedOver,
                    delivered,
                    end,
                    ended,
                    hashed,
                    milliseconds,
                    notices,
                    version + 1,
                    maturation,
                    outage);
        }

        public Targeting withoutHash() {
            return new Targeting(
                    removalCase,
                    content,
                    cycle,
                    provider,
                    role,
                    handedOver,
                    delivered,
                    end,
                    ended,
                    false,
                    heldMs,
                    notices,
                    version + 1,
                    maturation,
                    outage);
        }

        public Targeting bounced() {
            return new Targeting(
                    removalCase,
                    content,
                    cycle,
                    provider,
                    role,
                    handedOver,
                    null,
                    end,
                    ended,
                    hashed,
                    heldMs,
                    notices,
                    version + 1,
                    maturation,
                    outage);
        }

        public Targeting in(int otherCycle, Role otherRole) {
            return new Targeting(
                    removalCase,
                    content,
                    otherCycle,
                    provider,
                    otherRole,
                    handedOver,
                    delivered,
                    end,
                    ended,
                    hashed,
                    heldMs,
                    notices,
                    version,
                    maturation,
                    outage);
        }

        public Targeting stage(Maturation stage) {
            return new Targeting(
                    removalCase,
                    content,
                    cycle,
                    provider,
                    role,
                    handedOver,
                    delivered,
                    end,
                    ended,
                    hashed,
                    heldMs,
                    notices,
                    version + 1,
                    stage,
                    outage);
        }

        public TargetingSnapshot snapshot() {
            var endedAt = ended == null ? null : at(ended);
            return new TargetingSnapshot(
                    id(removalCase + content + cycle + provider + role),
                    version,
                    id(removalCase),
                    id(hashed ? content : removalCase + content),
                    cycle,
                    id(provider),
                    role,
                    ContentKind.MEDIA,
                    Category.CSAM,
                    maturation,
                    hashed ? content : null,
                    at(handedOver),
                    delivered == null ? null : at(delivered),
                    null,
                    end == End.REMOVED ? endedAt : null,
                    end == End.REMOVED ? endedAt : null,
                    end == End.MOVED ? endedAt : null,
                    outage,
                    heldMs,
                    notices,
                    delivered == null ? notices : 0,
                    end,
                    null,
                    null,
                    List.of());
        }
    }

    /** The same targeting of another kind of content, taken down by somebody. */
    public static TargetingSnapshot like(TargetingSnapshot one, ContentKind kind, @Nullable ActedBy actedBy) {
        return like(one, kind, actedBy, one.answers(), one.sent());
    }

    /** The same targeting, with what came back. */
    public static TargetingSnapshot answered(TargetingSnapshot one, @Nullable Answers answers) {
        return like(one, one.kind(), one.actedBy(), answers, one.sent());
    }

    /** The same targeting, with when its notices were sent and came back. */
    public static TargetingSnapshot sent(TargetingSnapshot one, Sent... sent) {
        return like(one, one.kind(), one.actedBy(), one.answers(), List.of(sent));
    }

    private static TargetingSnapshot like(
            TargetingSnapshot one,
            ContentKind kind,
            @Nullable ActedBy actedBy,
            @Nullable Answers answers,
            List<Sent> sent) {
        return new TargetingSnapshot(
                one.targetingId(),
                one.version(),
                one.caseId(),
                one.contentId(),
                one.cycle(),
                one.providerId(),
                one.role(),
                kind,
                one.category(),
                one.maturation(),
                one.contentToken(),
                one.handedOverAt(),
                one.deliveredAt(),
                one.lastUpAt(),
                one.firstDownAt(),
                one.removedAt(),
                one.movedAt(),
                one.outageClass(),
                one.heldMs(),
                one.noticesSent(),
                one.bounces(),
                one.end(),
                actedBy,
                answers,
                sent);
    }

    public static CaseSnapshot aCase(String name, String host, Action action, boolean held, Content... contents) {
        var sightings = 0L;
        for (var content : contents) {
            sightings += content.sightings().clear();
        }
        return new CaseSnapshot(
                id(name),
                1,
                1,
                action,
                0,
                Locator.MEDIA,
                HostKind.DOMAIN,
                List.of(contents),
                new Sightings(sightings, 0, 0),
                held,
                false,
                0,
                at(0),
                null,
                null,
                0,
                null,
                id(host),
                null,
                null,
                null,
                Wants.NOTHING,
                null);
    }

    public static Content content(String token, Verification verification, double firstReported, long sightings) {
        return new Content(
                id(token),
                ContentKind.MEDIA,
                Category.CSAM,
                Maturation.PREPUBESCENT,
                Act.SEX_ACT,
                null,
                verification,
                null,
                token,
                null,
                null,
                at(firstReported),
                new Sightings(sightings, 0, 0));
    }

    public static AvailabilitySnapshot presence(
            String name, Presence presence, double down, @Nullable Double reappeared) {
        var back = reappeared == null ? null : at(reappeared);
        return new AvailabilitySnapshot(
                id(name),
                1,
                presence,
                List.of(),
                null,
                null,
                at(down),
                RemovalClass.GONE_404,
                false,
                null,
                reappeared == null ? 0 : 1,
                List.of(new Removal(null, at(down), at(down + 2), RemovalClass.GONE_404, back)),
                List.of(),
                null);
    }
}
