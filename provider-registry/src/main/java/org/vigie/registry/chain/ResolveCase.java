package org.vigie.registry.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.registry.chain.PendingResolutions.Pending;
import org.vigie.registry.provider.LearnContacts;
import org.vigie.support.work.Optimistic;

/** Resolves a case that is due and publishes its chain if it says something new or is an answer to a want. */
@Service
public class ResolveCase {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveCase.class);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final int LONGEST_RETRY = 8;

    private final KnownCases cases;
    private final Chains chains;
    private final PendingResolutions pending;
    private final ResolveUrl resolveUrl;
    private final LearnContacts learnContacts;
    private final Clock clock;

    ResolveCase(
            KnownCases cases,
            Chains chains,
            PendingResolutions pending,
            ResolveUrl resolveUrl,
            LearnContacts learnContacts,
            Clock clock) {
        this.cases = cases;
        this.chains = chains;
        this.pending = pending;
        this.resolveUrl = resolveUrl;
        this.learnContacts = learnContacts;
        this.clock = clock;
    }

    /**
     * Does what is pending for the case; nothing if nothing is.
     *
     * @return when to come again, absent if it is settled
     */
    public Optional<Instant> resolve(UUID caseId) {
        return pending.find(caseId).filter(waiting -> waiting.due() != null).flatMap(this::resolve);
    }

    private Optional<Instant> resolve(Pending waiting) {
        var snapshot = cases.find(waiting.caseId()).orElse(null);
        var location = cases.location(waiting.caseId()).orElse(null);
        if (snapshot == null || location == null || !Need.isOpen(snapshot)) {
            pending.settle(waiting);
            return Optional.empty();
        }
        if (!Need.mayAsk(snapshot)) {
            pending.putOff(waiting, null);
            return Optional.empty();
        }
        return resolve(waiting, snapshot, location);
    }

    private Optional<Instant> resolve(Pending waiting, CaseSnapshot snapshot, LocationSnapshot location) {
        var resolution = resolveUrl.resolve(cases.url(location), true);
        keep(snapshot, resolution);
        resolution.chain().stated().forEach(learnContacts::stated);
        if (!resolution.addressable() && resolution.chain().degraded()) {
            return retry(waiting);
        }
        if (!resolveUrl.isCurrent(resolution)) {
            return Optional.of(clock.instant());
        }
        pending.settle(waiting);
        return Optional.empty();
    }

    private void keep(CaseSnapshot snapshot, Resolution resolution) {
        var now = clock.instant().toEpochMilli();
        Optimistic.change(() -> {
            var before = chains.find(snapshot.caseId()).orElse(null);
            var next = before == null
                    ? CaseChain.of(snapshot.caseId(), resolution, now)
                    : before.next(resolution, now, snapshot.firstHandoverAt() != null);
            if (before != null && next.saysTheSameAs(before) && !isWanted(snapshot, before)) {
                return Optional.of(before);
            }
            var saved = chains.save(next);
            saved.ifPresent(ResolveCase::tell);
            return saved;
        });
    }

    private static void tell(CaseChain saved) {
        LOG.atInfo()
                .addKeyValue("caseId", saved.caseId())
                .addKeyValue("version", saved.version())
                .addKeyValue("hops", saved.snapshot().hops().size())
                .addKeyValue("reason", saved.snapshot().reason())
                .log("case resolved");
    }

    private static boolean isWanted(CaseSnapshot snapshot, @Nullable CaseChain before) {
        return before != null && Need.chainAfter(snapshot) > before.snapshot().resolvedAt();
    }

    /** Nobody answered and there is nobody to write to: again after 5 minutes, then twice as long each time. */
    private Optional<Instant> retry(Pending waiting) {
        var wait = FIRST_RETRY.multipliedBy(1L << Math.min(waiting.tries(), LONGEST_RETRY));
        var due = clock.instant().plus(wait);
        pending.putOff(waiting, due);
        return Optional.of(due);
    }
}
