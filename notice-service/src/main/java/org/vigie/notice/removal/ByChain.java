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
        var routed = known.pursuit().routed(next, at).orElseThrow(() -> illegal("routed"));
        if (routed.equals(known.pursuit())) {
            return known;
        }
        var addressee = next.addressee();
        var wish = known.pending();
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
        var stuck = known.pursuit().unaddressable(next, reason).orElseThrow(() -> illegal("unaddressable"));
        var moved = known.with(stuck);
        return stuck.stage().equals(known.stage())
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
        var exhausted = known.pursuit().exhausted().orElseThrow(() -> illegal("exhausted"));
        return exhausted.equals(known.pursuit()) ? known : known.with(exhausted).told(CaseEvent.of(at, What.EXHAUSTED));
    }

    private IllegalMove illegal(String move) {
        return new IllegalMove(known.caseId(), known.stage(), move);
    }
}
