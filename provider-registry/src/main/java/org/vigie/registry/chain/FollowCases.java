package org.vigie.registry.chain;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.registry.provider.Providers;
import org.vigie.support.work.Optimistic;

/** Hears of cases, their locations and changed providers, in any order, and asks for what must be resolved. */
@Service
public class FollowCases {

    private final KnownCases cases;
    private final Chains chains;
    private final PendingResolutions pending;
    private final Providers providers;
    private final ResolutionSchedule schedule;
    private final Clock clock;

    FollowCases(
            KnownCases cases,
            Chains chains,
            PendingResolutions pending,
            Providers providers,
            ResolutionSchedule schedule,
            Clock clock) {
        this.cases = cases;
        this.chains = chains;
        this.pending = pending;
        this.providers = providers;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * A repeat or an older version changes nothing. What asks for the same as the version before was seen to with that
     * one, which comes again if a crash came between.
     */
    public void heard(CaseSnapshot snapshot) {
        var kept = cases.keep(snapshot);
        if (!kept.isNewer()) {
            cases.find(snapshot.caseId()).ifPresent(this::askIfLocated);
        } else if (kept.before() == null || !Need.isTheSame(kept.before(), snapshot)) {
            askIfLocated(snapshot);
        }
    }

    private void askIfLocated(CaseSnapshot newest) {
        if (Need.mayAsk(newest) && cases.location(newest.caseId()).isPresent()) {
            askIfNeeded(newest);
        }
    }

    /**
     * A repeat or an older version changes nothing.
     *
     * @throws org.vigie.support.Refusal if what is sealed cannot be opened
     */
    public void located(LocationSnapshot snapshot) {
        if (cases.keep(snapshot)) {
            erase(snapshot.caseId());
        } else {
            cases.find(snapshot.caseId()).ifPresent(this::askIfNeeded);
        }
    }

    /** What the network showed of the host goes with the URL, unless an older snapshot said so. */
    private void erase(UUID caseId) {
        if (cases.location(caseId).isPresent()) {
            return;
        }
        pending.find(caseId).ifPresent(pending::settle);
        Optimistic.change(() -> chains.find(caseId)
                .filter(chain -> !chain.isErased())
                .map(chain -> chains.save(chain.erased()).map(_ -> caseId))
                .orElse(Optional.of(caseId)));
    }

    /** Something about a provider changed: whoever lacks somebody, or now loses the only one, is looked at again. */
    public void changed(ProviderSnapshot provider) {
        // Before the chains are read: a chain that comes later is resolved by what is known then.
        providers.heardOfChange(provider.providerId(), provider.version());
        var affected = new TreeSet<>(chains.incomplete());
        if (!usable(provider)) {
            affected.addAll(chains.dependingOn(provider.providerId()));
        }
        askAgain(affected);
    }

    /** A newer edition of a data set is in use: whoever lacks somebody is looked at again. */
    public void knowMore() {
        askAgain(chains.incomplete());
    }

    private void askAgain(Collection<UUID> affected) {
        var now = clock.instant();
        affected.stream().filter(this::isOpen).forEach(caseId -> ask(caseId, now));
    }

    /**
     * Of a case whose location is here. Looks at what is kept, not at what was just heard: either topic may come first
     * and a crash may come between.
     */
    private void askIfNeeded(CaseSnapshot newest) {
        var caseId = newest.caseId();
        if (!Need.mayAsk(newest)) {
            return;
        }
        var chain = chains.find(caseId).orElse(null);
        Need.wanted(newest, chain, clock.instant())
                .or(() -> pending.find(caseId)
                        .filter(waiting -> waiting.due() == null)
                        .map(_ -> clock.instant()))
                .ifPresent(due -> ask(caseId, due));
    }

    private void ask(UUID caseId, Instant due) {
        pending.ask(caseId, due);
        schedule.due(caseId, due);
    }

    private boolean isOpen(UUID caseId) {
        return cases.find(caseId).filter(Need::isOpen).isPresent();
    }

    private static boolean usable(ProviderSnapshot provider) {
        return !provider.retired()
                && provider.mergedInto() == null
                && provider.contacts().stream().anyMatch(contact -> usable(contact.health()));
    }

    private static boolean usable(Health health) {
        return switch (health) {
            case OK, UNVERIFIED, SOFT_FAILING, QUOTA -> true;
            case DEAD, COMPLAINED, POLICY_BLOCKED, UNKNOWN -> false;
        };
    }
}
