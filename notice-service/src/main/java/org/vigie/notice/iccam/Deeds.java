package org.vigie.notice.iccam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.events.Category;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.iccam.Deed.Act;
import org.vigie.notice.iccam.Deed.Assess;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.End;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Steering.Authority;
import org.vigie.notice.removal.Targeting;
import org.vigie.notice.report.Followed;

/**
 * What there is to tell ICCAM of an item, in the order in which ICCAM takes it, as far as its partner may know it by
 * then. What ICCAM has no word for is a person's to tell.
 *
 * @param forPerson whether something is
 */
record Deeds(List<Deed> all, boolean forPerson) {

    private static final Deeds NOTHING = new Deeds(List.of(), false);

    Deeds {
        all = List.copyOf(all);
    }

    /**
     * What there is to tell.
     *
     * @param followed how far the item's report is
     * @param came when it was handed in: that others reported the URL before is not told
     * @param country of our hotline, whose police alone counts
     */
    static Deeds of(Followed followed, Instant came, RemovalCase known, String country) {
        return switch (followed.step()) {
            case RECEIVED, WITHDRAWN -> NOTHING;
            case ASKED -> new Deeds(asked(came, known, country).toList(), hasMoved(known));
            case DOWN ->
                new Deeds(
                        Stream.concat(asked(came, known, country), Stream.of(down(followed, known)))
                                .toList(),
                        false);
            case NOT_PURSUED -> notPursued(came, known);
        };
    }

    private static Stream<Deed> asked(Instant came, RemovalCase known, String country) {
        var deeds = new ArrayList<Deed>();
        assessed(known).ifPresent(deeds::add);
        known.steering().clearances().stream()
                .filter(one ->
                        one.authority() == Authority.POLICE && one.country().equalsIgnoreCase(country))
                .map(one -> one.at())
                .min(Instant::compareTo)
                .ifPresent(at -> deeds.add(act(ActionType.REPORTED_TO_LEA, at, came)));
        targetings(known)
                .map(Targeting::handedOverAt)
                .min(Instant::compareTo)
                .ifPresent(at -> deeds.add(act(ActionType.REPORTED_TO_ISP, at, came)));
        return deeds.stream();
    }

    /** Baseline is said only if an assessor said so. */
    private static Optional<Deed> assessed(RemovalCase known) {
        var illegal = known.evidence().verified();
        if (illegal.isEmpty() || illegal.stream().anyMatch(unit -> unit.category() != Category.CSAM)) {
            return Optional.empty();
        }
        var isBaseline = illegal.stream()
                .anyMatch(unit -> Classified.BASELINE
                        .label()
                        .equalsIgnoreCase(unit.assessment().label()));
        var ages = illegal.stream().map(unit -> AgeGroup.of(unit.assessment().maturation()));
        return Optional.of(new Assess(
                isBaseline ? Classified.BASELINE : Classified.NATIONAL,
                ages.distinct().reduce((_, _) -> AgeGroup.NOT_CATEGORISED).orElseThrow()));
    }

    /** Removed is what went after somebody was asked, and not by itself or with its whole host. */
    private static Act down(Followed followed, RemovalCase known) {
        var showed = known.presence().removalClass();
        var at = Objects.requireNonNull(followed.downSince());
        var byItself = showed == RemovalClass.OUTAGE || showed == RemovalClass.EXPIRED;
        return !byItself && targetings(known).anyMatch(one -> one.end() instanceof End.Removed)
                ? new Act(ActionType.REMOVED, at, null)
                : new Act(ActionType.UNAVAILABLE, at, ActionReason.of(showed));
    }

    /** A report that says so decides nothing; what was taken back has no word in ICCAM. */
    private static Deeds notPursued(Instant came, RemovalCase known) {
        var decided = known.contents().stream()
                .map(ContentUnit::standing)
                .map(standing -> standing.decidedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        if (known.stage() instanceof Retracted || !known.evidence().isNotIllegal() || decided.isEmpty()) {
            return new Deeds(List.of(), true);
        }
        return new Deeds(
                List.of(
                        new Assess(Classified.IGNORE, AgeGroup.NOT_CATEGORISED),
                        new Act(ActionType.NOT_ILLEGAL, notBefore(came, decided.get()), ActionReason.OTHER)),
                false);
    }

    /** To which country, only a person knows: a provider's is not its servers'. */
    private static boolean hasMoved(RemovalCase known) {
        return known.outcome().targetings().stream()
                .anyMatch(one -> one.cycle() == known.cycle() && one.end() instanceof End.Moved);
    }

    private static Stream<Targeting> targetings(RemovalCase known) {
        return known.outcome().targetings().stream()
                .filter(one -> one.cycle() == known.cycle() && one.end().counts());
    }

    private static Act act(ActionType type, Instant at, Instant came) {
        return new Act(type, notBefore(came, at), null);
    }

    private static Instant notBefore(Instant came, Instant at) {
        return at.isBefore(came) ? came : at;
    }
}
