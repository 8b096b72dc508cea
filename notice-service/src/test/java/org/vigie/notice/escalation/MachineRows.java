package org.vigie.notice.escalation;

import static org.vigie.notice.removal.CaseExamples.CDN;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.UPSTREAM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.escalation.MachineTests.Row;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;
import org.vigie.notice.removal.End;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Steering.Authority;
import org.vigie.notice.removal.Steering.Clearance;

/** The rows of the domain's section 2; what happens comes through listeners and use cases. */
final class MachineRows {

    private static final Hold HOLD = CaseExamples.hold("police", CaseExamples.START);
    /** Whose country's police is waited for. */
    static final Addressee ABROAD = new Addressee(NameBasedIds.of("provider", "abroad"), Role.HOST);

    static final String COUNTRY = "AU";
    static final NoticeRules RULES = new DomainRules() {
        @Override
        public Map<String, Authority> countries() {
            return Map.of(COUNTRY, Authority.POLICE);
        }
    };
    private static final Clearance CLEARANCE =
            new Clearance(COUNTRY, Authority.POLICE, "PV-2026-17", CaseExamples.START);

    private MachineRows() {}

    static Stream<Row> all() {
        return Stream.of(actions(), presences(), overlays()).flatMap(rows -> rows);
    }

    /** ChainParties as in the domain's table, in its order. */
    static Stream<Row> actions() {
        return Stream.of(
                new Row(
                        "– -> RECEIVED",
                        List.of(EventfulCase::new),
                        one -> one.reported(Verification.SUSPECT),
                        known -> known.stage() instanceof Received
                                && !known.contents().isEmpty(),
                        List.of(EventfulCase::verified, EventfulCase::notified, EventfulCase::rejected)),
                new Row(
                        "RECEIVED, REJECTED -> VERIFIED",
                        List.of(EventfulCase::received, EventfulCase::rejected),
                        one -> one.later(Duration.ofMinutes(1)).decided(Verification.VERIFIED),
                        is(Verified.class),
                        List.of(EventfulCase::notified, EventfulCase::retracted)),
                new Row(
                        "RECEIVED, VERIFIED, ROUTED, UNADDRESSABLE -> REJECTED",
                        List.of(
                                EventfulCase::received,
                                EventfulCase::verified,
                                EventfulCase::routed,
                                EventfulCase::unaddressable),
                        one -> one.later(Duration.ofMinutes(1)).decided(Verification.NOT_ILLEGAL),
                        is(Rejected.class),
                        List.of(EventfulCase::notified, EventfulCase::exhausted, EventfulCase::retracted)),
                new Row(
                        "VERIFIED -> ROUTED",
                        List.of(EventfulCase::verified),
                        one -> one.resolved(HOST, CDN),
                        is(Routed.class),
                        List.of(EventfulCase::received, EventfulCase::rejected, EventfulCase::retracted)),
                new Row(
                        "VERIFIED, ROUTED -> UNADDRESSABLE",
                        List.of(EventfulCase::verified, EventfulCase::routed),
                        EventfulCase::resolved,
                        is(Unaddressable.class),
                        List.of(EventfulCase::received, EventfulCase::notified, EventfulCase::exhausted)),
                new Row(
                        "UNADDRESSABLE, EXHAUSTED -> ROUTED",
                        List.of(EventfulCase::unaddressable, EventfulCase::exhausted),
                        one -> one.resolved(HOST, CDN),
                        is(Routed.class),
                        List.of(EventfulCase::received, EventfulCase::rejected, EventfulCase::retracted)),
                new Row(
                        "ROUTED -> NOTIFIED level 1",
                        List.of(EventfulCase::asked),
                        EventfulCase::accepted,
                        known -> known.stage().equals(new Notified(1)),
                        List.of(MachineRows::retractedWhileOnItsWay, MachineRows::retractedBeforeTheAnswer)),
                new Row(
                        "NOTIFIED n -> NOTIFIED n",
                        List.of(MachineRows::reminding, MachineRows::tellingMore),
                        EventfulCase::accepted,
                        known -> known.stage().equals(new Notified(1))
                                && known.pursuit()
                                                .contacted()
                                                .getFirst()
                                                .notices()
                                                .size()
                                        == 2,
                        List.of(EventfulCase::asked, MachineRows::reminderRetracted)),
                new Row(
                        "NOTIFIED n -> NOTIFIED n+1",
                        List.of(MachineRows::escalating),
                        EventfulCase::accepted,
                        known -> known.stage().equals(new Notified(2)),
                        List.of(EventfulCase::asked, MachineRows::reminding)),
                new Row(
                        "NOTIFIED -> ROUTED",
                        List.of(EventfulCase::notified),
                        one -> one.later(Duration.ofMinutes(1)).resolved(CDN),
                        known -> known.stage() instanceof Routed && ends(known, End.Moved.class),
                        List.of(EventfulCase::received, EventfulCase::verified, EventfulCase::retracted)),
                new Row(
                        "NOTIFIED -> EXHAUSTED",
                        List.of(EventfulCase::notifiedAlone),
                        one -> one.later(Duration.ofDays(15)).resolved(HOST),
                        is(Exhausted.class),
                        List.of(EventfulCase::routed, EventfulCase::unaddressable, EventfulCase::received)),
                new Row(
                        "ROUTED, NOTIFIED, EXHAUSTED, UNADDRESSABLE -> VERIFIED",
                        List.of(
                                gone(EventfulCase::routed),
                                gone(EventfulCase::notified),
                                gone(EventfulCase::exhausted),
                                gone(EventfulCase::unaddressable)),
                        one -> one.later(Duration.ofDays(1)).looked(Presence.REAPPEARED),
                        known -> known.stage() instanceof Verified && known.cycle() == 2,
                        List.of(
                                gone(EventfulCase::received),
                                gone(EventfulCase::rejected),
                                gone(EventfulCase::retracted))),
                new Row(
                        "any but RETRACTED -> RETRACTED",
                        List.of(
                                proposed(EventfulCase::received),
                                proposed(EventfulCase::verified),
                                proposed(EventfulCase::rejected),
                                proposed(EventfulCase::routed),
                                proposed(EventfulCase::unaddressable),
                                proposed(EventfulCase::notified),
                                proposed(EventfulCase::exhausted)),
                        EventfulCase::agreed,
                        is(Retracted.class),
                        List.of(EventfulCase::notified, EventfulCase::received)),
                new Row(
                        "RETRACTED -> RECEIVED",
                        List.of(EventfulCase::retracted),
                        one -> one.reported(Verification.SUSPECT),
                        known -> known.stage() instanceof Received && known.cycle() == 2,
                        List.of(EventfulCase::notified, EventfulCase::rejected, EventfulCase::received)));
    }

    private static Stream<Row> presences() {
        return Stream.of(
                        new Row(
                                "UNKNOWN -> REACHABLE",
                                List.of(EventfulCase::routed),
                                one -> one.looked(Presence.REACHABLE),
                                sees(Presence.REACHABLE),
                                List.of()),
                        new Row(
                                "REACHABLE -> SUSPECT",
                                List.of(EventfulCase::notified),
                                one -> one.looked(Presence.SUSPECT),
                                known -> known.presence().isSuspect() && known.pending() == null,
                                List.of()),
                        new Row(
                                "SUSPECT -> REACHABLE",
                                List.of(() -> EventfulCase.notified().looked(Presence.SUSPECT)),
                                one -> one.looked(Presence.REACHABLE),
                                sees(Presence.REACHABLE),
                                List.of()),
                        new Row(
                                "SUSPECT -> DOWN",
                                List.of(() -> EventfulCase.notified().looked(Presence.SUSPECT)),
                                one -> one.later(Duration.ofHours(1)).looked(Presence.DOWN),
                                known -> known.presence().isDown() && ends(known, End.Removed.class),
                                List.of(EventfulCase::routed, EventfulCase::received)),
                        new Row(
                                "DOWN -> GONE",
                                List.of(gone(EventfulCase::notified)),
                                one -> one.later(Duration.ofDays(7)).looked(Presence.GONE),
                                sees(Presence.GONE),
                                List.of()),
                        new Row(
                                "DOWN, GONE -> REAPPEARED",
                                List.of(
                                        gone(EventfulCase::notified),
                                        () -> gone(EventfulCase::notified).get().looked(Presence.GONE)),
                                one -> one.later(Duration.ofDays(8)).looked(Presence.REAPPEARED),
                                known -> known.cycle() == 2,
                                List.of(() -> gone(EventfulCase::notified).get().overtaken())),
                        new Row(
                                "BLOCKED",
                                List.of(EventfulCase::routed),
                                one -> one.looked(Presence.REACHABLE, Flag.BLOCKED),
                                known -> known.pending() != null
                                        && !known.pending().verifiable(),
                                List.of(EventfulCase::verified, EventfulCase::received)))
                // What the checker says is taken as it comes, unless something later was said before.
                .map(row -> row.wrong().isEmpty() ? overtaken(row) : row);
    }

    private static Stream<Row> overlays() {
        return Stream.of(
                new Row(
                        "a hold is placed",
                        List.of(EventfulCase::received, EventfulCase::asked, EventfulCase::notified),
                        one -> one.held(HOLD),
                        RemovalCase::isHeld,
                        List.of(MachineRows::releasedBefore)),
                new Row(
                        "a hold comes with the report",
                        List.of(EventfulCase::new, EventfulCase::notified),
                        one -> one.reported(Verification.VERIFIED, List.of(HOLD)),
                        RemovalCase::isHeld,
                        List.of(MachineRows::reportedHoldReleasedBefore)),
                new Row(
                        "a hold is released",
                        List.of(() -> EventfulCase.notified().held(HOLD)),
                        one -> one.later(Duration.ofHours(1)).released(HOLD.holdId()),
                        known -> known.history()
                                .timeline()
                                .getLast()
                                .kind()
                                .code()
                                .equals("RELEASED"),
                        List.of(EventfulCase::notified)),
                new Row(
                        "a hold runs out and goes on holding",
                        List.of(() -> EventfulCase.asked().held(HOLD)),
                        one -> one.later(Duration.ofDays(1000)),
                        known -> known.isHeld() && known.waiting().nextStepAt() == null,
                        List.of(EventfulCase::asked)),
                new Row(
                        "a country's authority is heard",
                        List.of(MachineRows::waitingForPolice),
                        one -> one.cleared(CLEARANCE),
                        known -> known.pending() != null && known.pending().kind() == NoticeKind.FIRST,
                        List.of(EventfulCase::rejected, EventfulCase::retracted)),
                new Row(
                        "an operator approves a step",
                        List.of(() -> EventfulCase.verified().resolved(Approval.OPERATOR, UPSTREAM)),
                        one -> one.approved(UPSTREAM),
                        is(Routed.class),
                        List.of(
                                EventfulCase::verified,
                                EventfulCase::retracted,
                                () -> EventfulCase.verified().resolved(Approval.REFUSED, UPSTREAM))),
                new Row(
                        "a person changes the addressee",
                        List.of(EventfulCase::routed),
                        one -> one.addressedTo(CDN),
                        known -> CDN.equals(known.route().addressee()),
                        List.of(EventfulCase::received, EventfulCase::notifiedAlone, EventfulCase::retracted)),
                new Row(
                        "a retraction is proposed",
                        List.of(EventfulCase::received, EventfulCase::notified),
                        EventfulCase::proposed,
                        known -> known.steering().retraction() != null,
                        List.of(EventfulCase::retracted)));
    }

    private static Row overtaken(Row row) {
        return new Row(
                row.name(),
                row.starts(),
                row.event(),
                row.arrived(),
                List.of(() -> EventfulCase.notified().overtaken()));
    }

    private static Predicate<RemovalCase> is(Class<? extends CaseStage> state) {
        return known -> state.isInstance(known.stage());
    }

    private static boolean ends(RemovalCase known, Class<? extends End> end) {
        return known.outcome().targetings().stream().anyMatch(targeting -> end.isInstance(targeting.end()));
    }

    private static Predicate<RemovalCase> sees(Presence presence) {
        return known -> known.presence().state() == presence;
    }

    private static Supplier<EventfulCase> gone(Supplier<EventfulCase> start) {
        return () -> start.get().later(Duration.ofMinutes(1)).looked(Presence.DOWN);
    }

    private static Supplier<EventfulCase> proposed(Supplier<EventfulCase> start) {
        return () -> start.get().proposed();
    }

    private static EventfulCase retractedWhileOnItsWay() {
        return EventfulCase.asked().taken().proposed().agreed();
    }

    private static EventfulCase retractedBeforeTheAnswer() {
        return EventfulCase.asked().taken().meanwhile(one -> one.proposed().agreed());
    }

    private static EventfulCase reminding() {
        return EventfulCase.notified().later(Duration.ofDays(1)).looked(Presence.REACHABLE);
    }

    private static EventfulCase tellingMore() {
        return EventfulCase.notified().reported("b", Verification.VERIFIED, List.of());
    }

    private static EventfulCase reminderRetracted() {
        return reminding().taken().proposed().agreed();
    }

    private static EventfulCase escalating() {
        return EventfulCase.notified()
                .later(DomainRules.DEFAULTS.rung())
                .resolved(HOST, CDN)
                .looked(Presence.REACHABLE);
    }

    private static EventfulCase releasedBefore() {
        return EventfulCase.notified().held(HOLD).released();
    }

    private static EventfulCase reportedHoldReleasedBefore() {
        return new EventfulCase().reported(Verification.VERIFIED, List.of(HOLD)).released();
    }

    private static EventfulCase waitingForPolice() {
        return EventfulCase.verified().resolved(ABROAD).looked(Presence.REACHABLE);
    }
}
