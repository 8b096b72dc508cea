package org.vigie.notice.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.escalation.Step.Why;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;

/** What a case would have written next, and why it rests, without asking for it or changing anything. */
@Service
public class DryRun {

    private final RegistryViews registry;
    private final NextStep nextStep;
    private final Advance advance;
    private final Clock clock;

    DryRun(RegistryViews registry, NextStep nextStep, Clock clock) {
        this.registry = registry;
        this.nextStep = nextStep;
        this.advance = new Advance(nextStep);
        this.clock = clock;
    }

    /** A wish as it would stand now, and the case that would make it. */
    public record Proposal(RemovalCase known, PendingNotice asked) {}

    /**
     * A case as it rests.
     *
     * @param last the step at which it does
     * @param missing what only a person can give before it goes on, absent if nothing
     * @param by when its addressee is reminded, or the next one is written to, while an answer is awaited; by when a
     *     dispute is to be decided; else absent
     */
    public record Resting(
            RemovalCase known,
            Step last,
            @Nullable TaskKind missing,
            @Nullable Instant by) {}

    /** How far the case would go now, and what it would rest on. */
    public Resting resting(RemovalCase known) {
        var rests = from(known);
        return new Resting(rests.known(), rests.last(), missing(rests), by(rests));
    }

    private @Nullable Instant by(Advance.Result rests) {
        var why = rests.last() instanceof Rest rest ? rest.why() : null;
        if (why == Why.DISPUTED) {
            return nextStep.decideBy(rests.known());
        }
        return why == Why.WAITS_FOR_ANSWER ? nextStep.answerBy(rests.known(), rests.now()) : null;
    }

    /** Takes the case as far as it goes now. */
    Advance.Result from(RemovalCase known) {
        return advance.from(known, registry.of(known), clock.instant());
    }

    private @Nullable TaskKind missing(Advance.Result rests) {
        return nextStep.missing(rests.known(), rests.registry(), rests.now())
                .orElse(TasksNeeded.lacksAContact(rests.known()) ? TaskKind.NO_CONTACT : null);
    }

    /** What is or would be asked for; what an addressee is told where only time or a look is missing; else empty. */
    public Optional<Proposal> of(RemovalCase known) {
        if (known.pending() != null) {
            return Optional.of(new Proposal(known, known.pending()));
        }
        var rests = from(known);
        var then = rests.known();
        var asked = then.pending();
        if (asked != null) {
            return Optional.of(new Proposal(then, asked));
        }
        return rests.registry().candidates(then).stream()
                .filter(candidate -> candidate.addressee().equals(then.route().addressee()))
                .findFirst()
                .map(to -> new Proposal(then, later(then, to)));
    }

    private PendingNotice later(RemovalCase known, Candidate to) {
        var told = known.pursuit().contacted(to.addressee()).isPresent();
        var kind = told && known.untold(to.addressee()).isEmpty() ? NoticeKind.REMINDER : NoticeKind.FIRST;
        return new PendingNotice(
                known.caseId(), kind, to.addressee(), to.contactId(), true, clock.instant(), null, null);
    }
}
