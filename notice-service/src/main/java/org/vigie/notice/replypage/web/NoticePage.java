package org.vigie.notice.replypage.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.replypage.AnsweredNotice;
import org.vigie.notice.replypage.AnsweredNotice.Located;

/**
 * A notice as the page's template names it.
 *
 * @param deadline absent of a notice that asks for no removal
 * @param places empty until the addressee has proved to be it
 * @param answers what can be answered with one click
 */
record NoticePage(
        String reference,
        NoticeKind kind,
        Role role,
        Instant sentAt,
        @Nullable Instant deadline,
        List<PlaceView> places,
        List<ReplyOutcome> answers,
        List<Answered> answered) {

    private static final Set<Role> KNOW_THE_ORIGIN = EnumSet.of(Role.CDN, Role.UPSTREAM);

    /** One URL, for people and exact. */
    record PlaceView(String defanged, String exact, boolean isOpen) {}

    /**
     * What was answered and what followed.
     *
     * @param personKnown whether it disputes the age of somebody who is known
     */
    record Answered(ReplyOutcome outcome, ReplyOutcome.Effect effect, Instant at, boolean personKnown) {}

    static NoticePage of(AnsweredNotice shown) {
        var notice = shown.notice();
        return new NoticePage(
                notice.reference().toString(),
                notice.kind(),
                notice.addressee().role(),
                notice.createdAt(),
                shown.deadline(),
                shown.places().stream().map(NoticePage::place).toList(),
                answers(notice.kind(), notice.addressee().role()),
                shown.replies().stream()
                        .map(reply -> new Answered(
                                reply.outcome(), reply.effect(), reply.receivedAt(), shown.isPersonKnown(reply)))
                        .toList());
    }

    public long open() {
        return places.stream().filter(PlaceView::isOpen).count();
    }

    private static PlaceView place(Located place) {
        return new PlaceView(Defanged.url(place.url()), place.url(), place.isOpen());
    }

    private static List<ReplyOutcome> answers(NoticeKind kind, Role role) {
        return switch (kind) {
            case TEST -> List.of(ReplyOutcome.ACTIONED);
            case RETRACTION -> List.of(ReplyOutcome.NEED_MORE_INFO);
            case DECISION ->
                List.of(
                        ReplyOutcome.ACTIONED,
                        ReplyOutcome.ALREADY_DOWN,
                        ReplyOutcome.FORWARDED_TO_CUSTOMER,
                        ReplyOutcome.NEED_MORE_INFO);
            case FIRST, REMINDER, ESCALATION, STAYDOWN -> {
                var all = new ArrayList<>(List.of(
                        ReplyOutcome.ACTIONED,
                        ReplyOutcome.ALREADY_DOWN,
                        ReplyOutcome.NOT_OURS,
                        ReplyOutcome.FORWARDED_TO_CUSTOMER,
                        ReplyOutcome.NEED_MORE_INFO,
                        ReplyOutcome.DISPUTES_AGE,
                        ReplyOutcome.DISPUTES_LEGALITY,
                        ReplyOutcome.DISPUTES_TECHNICAL));
                if (KNOW_THE_ORIGIN.contains(role)) {
                    all.add(2, ReplyOutcome.ORIGIN_DISCLOSED);
                }
                yield List.copyOf(all);
            }
        };
    }
}
