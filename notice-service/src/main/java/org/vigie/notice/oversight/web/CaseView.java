package org.vigie.notice.oversight.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.escalation.Ranked;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Steering.Authority;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.removal.Unseen;
import org.vigie.notice.task.TaskKind;

/** A case with its timeline; the exact URL is never in it. Of what can grow it shows a hundred, and what shows more. */
record CaseView(
        UUID caseId,
        CaseStatus status,
        String action,
        int cycle,
        int level,
        @Nullable String waitsFor,
        @Nullable Instant waitsUntil,
        AvailabilitySnapshot.Presence presence,
        List<AvailabilitySnapshot.Flag> flags,
        @Nullable UnseenView unseen,
        String url,
        @Nullable Instant erasedAt,
        Locator locator,
        HostKind hostKind,
        List<HoldView> holds,
        List<ClearanceView> clearances,
        @Nullable AddresseeView addressee,
        List<RankedView> ranking,
        Sightings reports,
        Instant receivedAt,
        @Nullable Instant lastUpAt,
        @Nullable Instant firstDownAt,
        List<ContentView> contents,
        List<UUID> sameContentElsewhere,
        List<TargetingView> targetings,
        List<TaskKind> tasks,
        List<EventView> timeline,
        List<String> more) {

    private static final int SHOWN = 100;

    /** Why looks cannot tell, and what ends that. */
    record UnseenView(String because, String explanation, String endsBy) {
        static @Nullable UnseenView of(@Nullable String because) {
            return because == null ? null : new UnseenView(because, Unseen.inWords(because), Unseen.endsBy(because));
        }
    }

    record HoldView(
            UUID holdId,
            Hold.Kind kind,
            String owner,
            String reason,
            Instant placedAt,
            Instant expiresAt,
            boolean probingAllowed,
            @Nullable String placedBy) {
        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.holdId(),
                    hold.kind(),
                    hold.owner(),
                    hold.reason(),
                    hold.placedAt(),
                    hold.expiresAt(),
                    hold.probingAllowed(),
                    hold.placedBy());
        }
    }

    /** An authority's word, with its own reference and when it was given. */
    record ClearanceView(String country, Authority authority, String reference, Instant clearedAt) {
        static ClearanceView of(Clearance clearance) {
            return new ClearanceView(clearance.country(), clearance.authority(), clearance.reference(), clearance.at());
        }
    }

    record AddresseeView(UUID providerId, @Nullable String providerName, Role role) {
        static @Nullable AddresseeView of(@Nullable Addressee addressee, ProviderNames names) {
            return addressee == null
                    ? null
                    : new AddresseeView(addressee.providerId(), names.of(addressee.providerId()), addressee.role());
        }
    }

    /** Whom the chain ranks: what an approval or another addressee names. */
    record RankedView(
            UUID providerId,
            @Nullable String providerName,
            Role role,
            @Nullable String country,
            ChainSnapshot.Approval approval,
            boolean approved,
            boolean hasContact) {
        static RankedView of(Ranked ranked, ProviderNames names) {
            var id = ranked.addressee().providerId();
            return new RankedView(
                    id,
                    names.of(id),
                    ranked.addressee().role(),
                    ranked.country(),
                    ranked.approval(),
                    ranked.approved(),
                    ranked.hasContact());
        }
    }

    record ContentView(
            UUID contentId,
            ContentKind kind,
            Category category,
            Maturation maturation,
            Act act,
            @Nullable String label,
            Verification verification,
            @Nullable String organisation,
            @Nullable String assessor,
            @Nullable Boolean victimIdentified,
            @Nullable Instant decidedAt,
            Sightings sightings) {
        static ContentView of(ContentUnit unit) {
            return new ContentView(
                    unit.contentId(),
                    unit.kind(),
                    unit.category(),
                    unit.assessment().maturation(),
                    unit.assessment().act(),
                    unit.assessment().label(),
                    unit.verification(),
                    unit.assessment().organisation(),
                    unit.assessment().assessor(),
                    unit.assessment().victimIdentified(),
                    unit.standing().decidedAt(),
                    unit.sightings());
        }
    }

    record EventView(
            Instant at,
            String what,
            @Nullable String who,
            @Nullable String why,
            @Nullable AddresseeView addressee,
            @Nullable String reference,
            @Nullable UUID contentId) {
        static EventView of(CaseEvent told, ProviderNames names) {
            return new EventView(
                    told.at(),
                    told.kind().code(),
                    told.who(),
                    told.why(),
                    AddresseeView.of(told.addressee(), names),
                    told.reference(),
                    told.contentId());
        }
    }

    static CaseView of(
            RemovalCase known,
            @Nullable WaitsFor waits,
            List<Ranked> ranking,
            List<UUID> sameContentElsewhere,
            List<TaskKind> tasks,
            ProviderNames names) {
        return new CaseView(
                known.caseId(),
                CaseStatus.of(known),
                known.stage().name().name(),
                known.cycle(),
                known.pursuit().level(),
                waits == null ? null : waits.code(),
                waits == null ? null : waits.until(),
                known.presence().state(),
                known.presence().flags(),
                UnseenView.of(known.presence().undecidedBecause()),
                Defanged.url(known.evidence().place().url()),
                known.erasedAt().orElse(null),
                known.evidence().place().locator(),
                known.evidence().place().hostKind(),
                latest(known.holds().current(), HoldView::of),
                known.steering().clearances().stream().map(ClearanceView::of).toList(),
                AddresseeView.of(known.route().addressee(), names),
                ranking.stream().map(one -> RankedView.of(one, names)).toList(),
                known.evidence().sightings(),
                known.evidence().receivedAt(),
                known.presence().lastUpAt(),
                known.presence().firstDownAt(),
                latest(known.contents(), ContentView::of),
                sameContentElsewhere,
                latest(known.outcome().targetings(), targeting -> TargetingView.of(targeting, names)),
                tasks,
                latest(known.history().timeline(), told -> EventView.of(told, names)),
                more(known));
    }

    private static <T, V> List<V> latest(List<T> all, Function<T, V> as) {
        return all.subList(Math.max(0, all.size() - SHOWN), all.size()).stream()
                .map(as)
                .toList();
    }

    private static List<String> more(RemovalCase known) {
        var sizes = new LinkedHashMap<String, Integer>();
        sizes.put("holds", known.holds().current().size());
        sizes.put("contents", known.contents().size());
        sizes.put("targetings", known.outcome().targetings().size());
        sizes.put("timeline", known.history().timeline().size());
        return sizes.entrySet().stream()
                .filter(list -> list.getValue() > SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }
}
