package org.vigie.notice.escalation;

import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.support.copies.Copies;

/** Takes what other services say about cases and has those looked at that it concerns. */
@Service
public class FollowCase {

    private final Cases stored;
    private final Copies<ChainSnapshot> chains;
    private final Copies<ProviderSnapshot> providers;
    private final AdvanceCase advance;
    private final Clock clock;

    FollowCase(
            Cases stored,
            Copies<ChainSnapshot> chains,
            Copies<ProviderSnapshot> providers,
            AdvanceCase advance,
            Clock clock) {
        this.stored = stored;
        this.chains = chains;
        this.providers = providers;
        this.advance = advance;
        this.clock = clock;
    }

    /** A chain, in any order and any number of times. */
    public void resolved(ChainSnapshot chain) {
        chains.keep(chain.caseId().toString(), chain.version(), chain);
        advance(chain.caseId(), UnaryOperator.identity());
    }

    /** A look, in any order and any number of times. A case that is not here is not ours. */
    public void looked(AvailabilitySnapshot snapshot) {
        var now = clock.instant();
        advance(snapshot.caseId(), known -> known.byChecks().seen(snapshot, now));
    }

    /**
     * A provider, in any order and any number of times. Who writes to it already goes on only if that may differ now.
     */
    public void taught(ProviderSnapshot provider) {
        var id = provider.providerId();
        var before = providers.keep(id.toString(), provider.version(), provider).before();
        stored.waitingFor(id).forEach(advance::advance);
        // A repeat may be what a crash left half done.
        if (before == null || !Reachability.isTheSame(before, provider)) {
            stored.writingTo(id).forEach(advance::advance);
        }
    }

    private void advance(UUID caseId, UnaryOperator<RemovalCase> move) {
        try {
            advance.advance(caseId, move);
        } catch (UnknownCase _) {
            // Not ours.
        }
    }
}
