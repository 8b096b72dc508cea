package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.reference.RecentIds;

/** A case while one move changes it: what a move does not name stays as it is. Never leaves the move. */
final class CaseDraft {

    private final RemovalCase before;
    Place place;
    int cycle;
    CaseStage action;
    List<ContentUnit> contents;
    Sightings sightings;
    Instant lastSightingAt;
    List<Hold> holds;
    TimeOnHold held;
    CheckDelay blocked;

    Instant receivedAt;

    @Nullable
    Instant verifiedAt;

    @Nullable
    Instant firstHandoverAt;

    Presence presence;
    Route route;
    Wants wants;
    List<ContactedAddressee> rungs;
    List<Refused> refused;

    @Nullable
    PendingNotice asked;

    @Nullable
    Signed retraction;

    Steering steering;

    List<Targeting> targetings;
    List<CaseEvent> story;
    RecentIds reports;

    @Nullable
    Instant lookAgainAt;

    @Nullable
    Long version;

    CaseDraft(RemovalCase before) {
        this.before = before;
        this.place = before.place();
        this.cycle = before.cycle();
        this.action = before.action();
        this.contents = new ArrayList<>(before.contents());
        this.sightings = before.sightings();
        this.lastSightingAt = before.lastSightingAt();
        this.holds = new ArrayList<>(before.holds());
        this.held = before.held();
        this.blocked = before.blocked();
        this.receivedAt = before.receivedAt();
        this.verifiedAt = before.verifiedAt();
        this.firstHandoverAt = before.firstHandoverAt();
        this.presence = before.presence();
        this.route = before.route();
        this.wants = before.wants();
        this.rungs = new ArrayList<>(before.rungs());
        this.refused = new ArrayList<>(before.refused());
        this.asked = before.asked();
        this.retraction = before.retraction();
        this.steering = before.steering();
        this.targetings = new ArrayList<>(before.targetings());
        this.story = new ArrayList<>(before.story());
        this.reports = before.reports();
        this.lookAgainAt = before.lookAgainAt();
        this.version = before.version();
    }

    CaseDraft tell(CaseEvent told) {
        story.add(told);
        return this;
    }

    /** A wish that a notice took may have left with it: it stays until the notice is settled. */
    void forgetWish() {
        if (asked != null && asked.noticeId() == null) {
            asked = null;
        }
    }

    void eachTargeting(UnaryOperator<Targeting> move) {
        targetings.replaceAll(move);
    }

    RemovalCase done() {
        return new RemovalCase(
                before.caseId(),
                before.tokens(),
                place,
                cycle,
                action,
                contents,
                sightings,
                lastSightingAt,
                holds,
                held,
                blocked,
                receivedAt,
                verifiedAt,
                firstHandoverAt,
                presence,
                route,
                wants,
                rungs,
                refused,
                asked,
                retraction,
                steering,
                targetings,
                story,
                reports,
                lookAgainAt,
                version);
    }
}
