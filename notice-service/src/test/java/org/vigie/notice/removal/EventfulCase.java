package org.vigie.notice.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.removal.Rung.Addressee;

/** One case to which events happen, each of which can be delivered once more. */
final class EventfulCase {

    private final UntilItRests advance;
    private final List<Removal> removals = new ArrayList<>();
    private RemovalCase known = CaseExamples.opened();
    private Surroundings around = new Surroundings(null, Map.of());
    private Instant now = CaseExamples.START;
    private UnaryOperator<RemovalCase> last = UnaryOperator.identity();
    private long chains;
    private long looks;
    private int names;
    private @Nullable Handover onItsWay;

    EventfulCase() {
        this(NoticeRules.DEFAULTS);
    }

    EventfulCase(NoticeRules rules) {
        this.advance = new UntilItRests(new NextStep(rules));
    }

    static EventfulCase received() {
        return new EventfulCase().reported(Verification.SUSPECT);
    }

    static EventfulCase rejected() {
        return received().decided(Verification.NOT_ILLEGAL);
    }

    static EventfulCase verified() {
        return new EventfulCase().reported(Verification.VERIFIED);
    }

    static EventfulCase routed() {
        return verified().resolved(CaseExamples.HOST, CaseExamples.CDN);
    }

    static EventfulCase unaddressable() {
        return verified().resolved();
    }

    static EventfulCase asked() {
        return routed().looked(Presence.REACHABLE);
    }

    static EventfulCase notified() {
        return asked().accepted();
    }

    static EventfulCase notifiedAlone() {
        return verified().resolved(CaseExamples.HOST).looked(Presence.REACHABLE).accepted();
    }

    static EventfulCase exhausted() {
        return notifiedAlone().later(Duration.ofDays(15)).resolved(CaseExamples.HOST);
    }

    static EventfulCase retracted() {
        return notified().proposed().agreed();
    }

    RemovalCase known() {
        return known;
    }

    Surroundings around() {
        return around;
    }

    Instant now() {
        return now;
    }

    EventfulCase reported(Verification verification) {
        return reported(verification, List.of());
    }

    EventfulCase reported(Verification verification, List<Hold> holds) {
        return reported("a", verification, holds);
    }

    EventfulCase reported(String content, Verification verification, List<Hold> holds) {
        var sighting = CaseExamples.sighting("report-" + names++, content, verification, holds, now);
        return happens(before -> before.sighted(sighting));
    }

    EventfulCase decided(Verification verification) {
        var decision = CaseExamples.decision("decision-" + names++, null, verification, now);
        return happens(before -> before.decided(decision));
    }

    EventfulCase resolved(Addressee... ranking) {
        around = CaseExamples.around(++chains, now, ranking);
        return happens(UnaryOperator.identity());
    }

    /** The last one needs an operator's approval. */
    EventfulCase resolvedWithApproval(Approval approval, Addressee addressee) {
        around = new Surroundings(
                CaseExamples.chain(++chains, now, approval, addressee),
                Map.of(addressee.providerId(), CaseExamples.provider(addressee, Health.OK)));
        return happens(UnaryOperator.identity());
    }

    EventfulCase looked(Presence presence, Flag... flags) {
        switch (presence) {
            case DOWN -> removals.add(CaseExamples.removal(now, null));
            case REAPPEARED -> {
                var gone = removals.removeLast();
                removals.add(CaseExamples.removal(Instant.ofEpochMilli(gone.firstDownAt()), now));
            }
            case REACHABLE, SUSPECT, GONE, UNKNOWN -> {}
        }
        var snapshot =
                CaseExamples.look(++looks, presence, Arrays.asList(flags), now, removals.toArray(Removal[]::new));
        var at = now;
        return happens(before -> before.seen(snapshot, at));
    }

    /** A later snapshot is here already: those that follow were overtaken. */
    EventfulCase overtaken() {
        var snapshot = CaseExamples.look(looks + 100, Presence.UNKNOWN, now, removals.toArray(Removal[]::new));
        var at = now;
        return happens(before -> before.seen(snapshot, at));
    }

    /** A notice takes what the case wants, and waits. */
    EventfulCase taken() {
        var asked = Objects.requireNonNull(known.asked());
        known = known.takenBy(UUID.randomUUID(), asked.itemId()).orElseThrow();
        onItsWay = handover();
        return this;
    }

    /** The channel accepts what the case wants. */
    EventfulCase accepted() {
        if (onItsWay == null) {
            return taken().accepted();
        }
        var handover = onItsWay;
        onItsWay = null;
        return happens(before -> before.accepted(handover));
    }

    private Handover handover() {
        var asked = Objects.requireNonNull(known.asked());
        var contents = NextStep.contents(known, asked).stream()
                .map(ContentUnit::contentId)
                .toList();
        var example = CaseExamples.handover("n", asked.kind(), asked.addressee(), known, contents, now);
        return new Handover(
                Objects.requireNonNull(asked.noticeId()),
                example.reference(),
                1,
                known.cycle(),
                asked.kind(),
                asked.addressee(),
                asked.contactId(),
                contents,
                example.countedIn(),
                asked.verifiable(),
                now);
    }

    EventfulCase held(Hold hold) {
        return happens(before -> before.held(hold));
    }

    EventfulCase released(UUID holdId) {
        var signed = CaseExamples.signed("one", now);
        return happens(before -> before.released(holdId, signed));
    }

    EventfulCase proposed() {
        var signed = CaseExamples.signed("one", now);
        return happens(before -> before.retractionProposed(signed));
    }

    EventfulCase agreed() {
        var signed = CaseExamples.signed("other", now);
        return happens(before -> before.retracted(signed));
    }

    EventfulCase does(UnaryOperator<RemovalCase> move) {
        return happens(move);
    }

    EventfulCase later(Duration duration) {
        now = now.plus(duration);
        return happens(UnaryOperator.identity());
    }

    /** The last event once more. */
    EventfulCase again() {
        return happens(last);
    }

    private EventfulCase happens(UnaryOperator<RemovalCase> event) {
        last = event;
        known = advance.from(event.apply(known), around, now).known();
        return this;
    }
}
