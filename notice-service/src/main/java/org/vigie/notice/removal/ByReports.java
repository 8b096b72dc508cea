package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.content.Classification;
import org.vigie.notice.content.Content;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;

/** What reports and assessors make of a case. Each move returns the next case; what was taken changes nothing. */
public record ByReports(RemovalCase known) {

    /** Further repeats are counted and not told one by one. */
    private static final int SIGHTINGS_TOLD = 20;

    /** Takes a report; one that was taken already changes nothing. */
    public RemovalCase sighted(Sighting sighting) {
        if (known.history().has(sighting.reportId())) {
            return known;
        }
        var before = known.evidence();
        var anew = known.stage() instanceof Retracted retracted ? before.suspectAnew(retracted.at()) : before;
        var next = known.with(known.pursuit().reportedAgain())
                .with(told(sighting))
                .with(known.outcome().merged(anew.sameAs(sighting.unit())));
        for (var hold : sighting.holds()) {
            next = next.byReports().held(hold, sighting.by());
        }
        return next.byReports().assessed(anew.sighted(sighting), sighting.at());
    }

    private History told(Sighting sighting) {
        var history = known.history().applying(sighting.reportId());
        return known.evidence().sightings().all() < SIGHTINGS_TOLD
                ? history.with(CaseEvent.of(sighting.at(), What.REPORTED)
                        .by(sighting.by(), null)
                        .under(sighting.reference())
                        .about(sighting.unit().contentId()))
                : history;
    }

    /** The same hold twice is one. */
    RemovalCase held(Hold hold, @Nullable String by) {
        var history = known.history();
        return history.has(hold.holdId())
                ? known
                : known.with(known.holds().placed(hold))
                        .with(history.applying(hold.holdId()).with(CaseEvent.held(hold, by)));
    }

    /**
     * Takes an assessor's classification; an older one changes nothing.
     *
     * @throws UnknownContent if the case has no such content unit
     */
    public RemovalCase classified(Classification said) {
        var id = said.classificationId();
        if (known.history().has(id)) {
            return known;
        }
        if (said.contentId() != null && known.contents().stream().noneMatch(said::concerns)) {
            throw new UnknownContent(known.caseId(), said.contentId());
        }
        var next = known.evidence().classified(said);
        if (next.equals(known.evidence())) {
            // Noted nevertheless: read again later, it would decide on what was reported since.
            return known.with(known.history().applying(id));
        }
        var event = CaseEvent.of(said.decidedAt(), What.CLASSIFIED, said.verification())
                .by(assessor(said.assessor(), said.organisation()), said.reason())
                .about(said.contentId());
        return known.with(known.history().applying(id).with(event)).byReports().assessed(next, said.decidedAt());
    }

    /**
     * Says of its contents what is known of them everywhere; said again it changes nothing.
     *
     * @param carried the token by which the case may know the content still
     */
    public RemovalCase agreeing(String carried, Content content, Instant at) {
        var tokens = List.of(carried, content.token());
        var before = known.evidence();
        var next = before.agreeing(tokens, content);
        if (next.equals(before)) {
            return known;
        }
        var history = known.history();
        for (var unit : next.newsFor(before)) {
            history = history.with(CaseEvent.of(at, What.CLASSIFIED_ELSEWHERE, unit.verification())
                    .by(assessor(unit.assessment().assessor(), unit.assessment().organisation()), null)
                    .about(unit.contentId()));
        }
        return known.with(history)
                .with(known.outcome().merged(before.carrying(tokens)))
                .byReports()
                .assessed(next, at);
    }

    /** Who classified: the person, if known, and the organisation; absent where nobody did. */
    private static @Nullable String assessor(@Nullable String person, @Nullable String organisation) {
        return person == null || organisation == null ? organisation : "%s (%s)".formatted(person, organisation);
    }

    /** Follows from what is known of the contents now. */
    RemovalCase assessed(Evidence now, Instant at) {
        var pursuit = known.pursuit().assessed(now, at);
        var next = known.with(now.verifiedSince(at))
                .with(pursuit)
                .with(known.outcome().following(known.evidence(), now))
                .due(at);
        return pursuit.stage().equals(known.stage())
                ? next
                : next.told(CaseEvent.of(at, now.verified().isEmpty() ? What.REJECTED : What.VERIFIED));
    }
}
