package org.vigie.notice.removal;

import java.time.Instant;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.removal.CaseEvent.What;

/** What chains make of a case. Each move returns the next case. */
public record ByChain(RemovalCase known) {

    /** The chain that was wanted after the removal says who seems to have acted; an older one says nothing of it. */
    public RemovalCase explainedBy(ChainSnapshot chain) {
        var wanted = known.wants().chainAfter();
        return known.presence().isDown()
                        && wanted != null
                        && !Instant.ofEpochMilli(chain.resolvedAt()).isBefore(wanted)
                ? known.with(known.outcome()
                        .explained(known.cycle(), chain.changes(), known.route().hostProvider()))
                : known;
    }

    /**
     * It is known who is written to.
     *
     * @throws IllegalMove if nothing is verified, or the case was rejected or retracted
     */
    public RemovalCase routed(Route next, Instant at) {
        var stage =
                known.stage().routedAt(at).orElseThrow(() -> new IllegalMove(known.caseId(), known.stage(), "routed"));
        if (stage.equals(known.stage()) && known.route().equals(next)) {
            return known;
        }
        var addressee = next.addressee();
        var wish = known.pending();
        var routed = known.pursuit().at(stage).on(next);
        var moved = known.with(wish == null || wish.addressee().equals(addressee) ? routed : routed.askingNothingNew());
        return addressee == null
                ? moved
                : moved.told(CaseEvent.of(at, What.ROUTED).to(addressee));
    }

    /**
     * Nobody can be written to; said again it changes nothing but the chain it is known from.
     *
     * @throws IllegalMove unless the case waits for an addressee or for its first notice
     */
    public RemovalCase unaddressable(Route next, String reason, Instant at) {
        var stage = known.stage()
                .unaddressableFor(reason)
                .orElseThrow(() -> new IllegalMove(known.caseId(), known.stage(), "unaddressable"));
        var moved = known.with(known.pursuit().at(stage).on(next.to(null)).askingNothingNew());
        return stage.equals(known.stage())
                ? moved
                : moved.told(CaseEvent.of(at, What.UNADDRESSABLE).because(reason));
    }

    /** The chain changed and the addressee did not. */
    public RemovalCase adopted(Route next) {
        return known.with(known.pursuit().on(next));
    }

    /**
     * Targetings of addressees that the chain leaves out end; those it names again are open. What is gone has moved
     * nowhere.
     */
    public RemovalCase movedAwayFrom(ChainParties parties, Instant chainAt) {
        var next = known.outcome().movedAwayFrom(known.cycle(), parties, chainAt);
        return known.presence().isDown() || next.equals(known.outcome())
                ? known
                : known.with(next).told(CaseEvent.of(chainAt, What.CONTENT_MOVED));
    }

    /**
     * Nobody is left to be written to.
     *
     * @throws IllegalMove unless the case is notified
     */
    public RemovalCase exhausted(Instant at) {
        var stage = known.stage()
                .exhaustedNow()
                .orElseThrow(() -> new IllegalMove(known.caseId(), known.stage(), "exhausted"));
        return stage.equals(known.stage())
                ? known
                : known.with(known.pursuit().at(stage)).told(CaseEvent.of(at, What.EXHAUSTED));
    }
}
