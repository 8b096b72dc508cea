package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.notice.desk.AsRead;
import org.vigie.notice.desk.ShowCase.Shown;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.message.DefangedText;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Presence;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.task.Task;
import org.vigie.support.Person;

/**
 * A case as its page shows it; the exact URL is never in it.
 *
 * @param erasedAt absent unless it was erased
 * @param waits absent if it is over, or something about it is being done
 * @param retraction that was proposed and not agreed to, absent without any
 * @param timeline the latest line first
 */
record CasePage(
        UUID caseId,
        AsRead asRead,
        CaseStatus status,
        String url,
        @Nullable Instant erasedAt,
        int cycle,
        Instant receivedAt,
        long sightings,
        @Nullable Waiting waits,
        Seen seen,
        List<ContentRow> contents,
        ChainPart chain,
        List<NoticeRow> notices,
        List<HoldRow> holds,
        List<Clearance> clearances,
        @Nullable Signature retraction,
        boolean disputed,
        List<TaskLine> tasks,
        List<EventRow> timeline,
        List<UUID> elsewhere) {

    /** What follows when a hold is released, as the name of a text. */
    public String afterReleaseOf(HoldRow hold) {
        if (hold.preserves()) {
            return "release.follows.preserve";
        }
        var stopped = holds.stream().anyMatch(other -> !other.preserves() && !other.holdId.equals(hold.holdId));
        return stopped ? "release.follows.others" : "release.follows";
    }

    /** What it waits for: a code, and until when at the latest, absent where only somebody else can say. */
    record Waiting(String code, @Nullable Instant until) {

        static @Nullable Waiting of(@Nullable WaitsFor waits) {
            return waits == null ? null : new Waiting(waits.code(), waits.until());
        }
    }

    /** What our looks say; instants and the code of why they cannot tell are absent where there is none. */
    record Seen(
            AvailabilitySnapshot.Presence state,
            @Nullable Instant lastUpAt,
            @Nullable Instant firstDownAt,
            @Nullable Instant lastCheckedAt,
            @Nullable String because) {

        static Seen of(Presence presence) {
            return new Seen(
                    presence.state(),
                    presence.lastUpAt(),
                    presence.firstDownAt(),
                    presence.lastCheckedAt(),
                    presence.undecidedBecause());
        }
    }

    /** Who said something, why and when. */
    record Signature(String who, String stored, String why, Instant at) {

        static @Nullable Signature of(@Nullable Signed signed) {
            return signed == null
                    ? null
                    : new Signature(
                            Person.read(signed.who()).name(), signed.who(), DefangedText.of(signed.why()), signed.at());
        }
    }

    /** A hold; who placed it is absent if it came with a report that names nobody. */
    record HoldRow(
            UUID holdId,
            boolean preserves,
            String owner,
            String reason,
            Instant placedAt,
            Instant expiresAt,
            boolean probingAllowed,
            @Nullable String placedBy,
            boolean over) {

        static HoldRow of(Hold hold, Instant now) {
            return new HoldRow(
                    hold.holdId(),
                    hold.kind() == Hold.Kind.PRESERVE,
                    hold.owner(),
                    DefangedText.of(hold.reason()),
                    hold.placedAt(),
                    hold.expiresAt(),
                    hold.probingAllowed(),
                    name(hold.placedBy()),
                    !now.isBefore(hold.expiresAt()));
        }
    }

    /** An open task; its holder is absent while nobody has it. */
    record TaskLine(Task task, @Nullable String holder, boolean mine, boolean free) {

        /** Whether a person ends it by saying that it is done. */
        public boolean closable() {
            return task.kind().isClosedByHand();
        }
    }

    /** A line of the timeline. */
    record EventRow(
            Instant at,
            CaseEvent.What what,
            @Nullable String detail,
            @Nullable String who,
            @Nullable String why,
            @Nullable String provider,
            @Nullable String reference) {

        static EventRow of(CaseEvent told, Naming names) {
            var to = told.addressee();
            return new EventRow(
                    told.at(),
                    told.kind().what(),
                    told.kind().detail(),
                    name(told.who()),
                    told.why() == null ? null : DefangedText.of(told.why()),
                    to == null ? null : names.of(to.providerId()),
                    told.reference());
        }
    }

    static CasePage of(Shown shown, List<TaskLine> tasks, Naming names, Instant now) {
        var known = shown.known();
        return new CasePage(
                known.caseId(),
                AsRead.of(known),
                CaseStatus.of(known),
                Defanged.url(known.evidence().place().url()),
                known.erasedAt().orElse(null),
                known.cycle(),
                known.evidence().receivedAt(),
                known.evidence().sightings().all(),
                Waiting.of(shown.waits()),
                Seen.of(known.presence()),
                known.contents().stream().map(ContentRow::of).toList(),
                ChainPart.of(shown, names),
                shown.notices().stream()
                        .map(notice -> NoticeRow.of(notice, names))
                        .toList(),
                known.holds().current().stream()
                        .map(hold -> HoldRow.of(hold, now))
                        .toList(),
                known.steering().clearances(),
                Signature.of(known.steering().retraction()),
                known.steering().dispute() != null,
                tasks,
                known.history().timeline().reversed().stream()
                        .map(told -> EventRow.of(told, names))
                        .toList(),
                shown.elsewhere());
    }

    /** Without principals, also where an organisation is named behind the person. */
    private static @Nullable String name(@Nullable String stored) {
        return stored == null ? null : stored.replaceAll(" <[^<> ]+ [^<>]+>", "");
    }
}
