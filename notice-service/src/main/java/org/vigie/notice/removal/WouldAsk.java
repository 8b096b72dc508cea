package org.vigie.notice.removal;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Step.AwaitProvider;
import org.vigie.notice.removal.Step.CallPerson;
import org.vigie.notice.removal.Step.Rest;

/** What a case would have written next, without asking for it or changing anything. */
@Service
public class WouldAsk {

    private final KnownSurroundings surroundings;
    private final UntilItRests until;
    private final Clock clock;

    WouldAsk(KnownSurroundings surroundings, NextStep nextStep, Clock clock) {
        this.surroundings = surroundings;
        this.until = new UntilItRests(nextStep);
        this.clock = clock;
    }

    /**
     * A wish as it would stand now.
     *
     * @param known the case that would make it
     * @param waitsFor the code of what it waits for, absent if nothing is in its way
     */
    public record Would(
            RemovalCase known, Asked asked, @Nullable String waitsFor) {}

    /** What is or would be asked for; what an addressee is told where only time or a look is missing; else empty. */
    public Optional<Would> of(RemovalCase known) {
        if (known.asked() != null) {
            return Optional.of(new Would(known, known.asked(), null));
        }
        var around = surroundings.of(known);
        var rests = until.from(known, around, clock.instant());
        var then = rests.known();
        var asked = then.asked();
        if (asked != null) {
            return Optional.of(new Would(then, asked, null));
        }
        return around.candidates(then).stream()
                .filter(candidate -> candidate.addressee().equals(then.route().addressee()))
                .findFirst()
                .map(to -> new Would(then, later(then, to), why(rests.last())));
    }

    private Asked later(RemovalCase known, Candidate to) {
        var told = known.rungOf(to.addressee()).isPresent();
        var kind = told && known.untold(to.addressee()).isEmpty() ? NoticeKind.REMINDER : NoticeKind.FIRST;
        return new Asked(known.caseId(), kind, to.addressee(), to.contactId(), true, clock.instant(), null, null);
    }

    private static String why(Step step) {
        return switch (step) {
            case Rest(var _, var why) -> why;
            case CallPerson(var kind, var _) -> kind.name();
            case AwaitProvider _ -> "WAITS_FOR_PROVIDER";
            case Step.WantCheck _,
                    Step.WantChain _,
                    Step.TakeRoute _,
                    Step.TakeChain _,
                    Step.GiveUp _,
                    Step.Write _,
                    Step.Exhaust _ -> throw new IllegalStateException("a case does not rest on this");
        };
    }
}
