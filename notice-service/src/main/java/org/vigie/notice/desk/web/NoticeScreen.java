package org.vigie.notice.desk.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.desk.ShowForm;
import org.vigie.notice.desk.ShowNotice;
import org.vigie.notice.message.OnScreen;

/** A notice on one screen, with the forms that are the visitor's to send. */
@Component
class NoticeScreen {

    /** What nearly always follows once somebody was shown what to fill in; what the form answered is typed. */
    private static final Typed FILLED_IN = new Typed(Map.of("outcome", Submission.Outcome.SUBMITTED.name()));

    private final ShowNotice notices;
    private final ShowForm forms;
    private final Naming names;
    private final DeskPages pages;

    NoticeScreen(ShowNotice notices, ShowForm forms, Naming names, DeskPages pages) {
        this.notices = notices;
        this.forms = forms;
        this.names = names;
        this.pages = pages;
    }

    /**
     * In what moment the page is shown; see {@link CaseMoment}.
     *
     * @param errand what brought somebody here
     * @param exact what a web form is to be filled in with, absent unless it was just asked for
     */
    record Moment(
            HttpStatus status,
            @Nullable Said said,
            Errand errand,
            @Nullable String form,
            Typed typed,
            @Nullable String refused,
            @Nullable String field,
            @Nullable OnScreen exact) {

        static Moment opened(@Nullable Said said, Errand errand) {
            return new Moment(HttpStatus.OK, said, errand, null, Typed.NOTHING, null, null, null);
        }

        static Moment unfit(String form, Typed typed, String field, String why) {
            return new Moment(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    null,
                    Errand.of(typed),
                    form,
                    typed,
                    "refused." + why,
                    field,
                    null);
        }

        /** The notice does not wait for this, or no longer. */
        static Moment late(String form, Typed typed) {
            return new Moment(HttpStatus.CONFLICT, null, Errand.of(typed), form, typed, "notice.late", null, null);
        }
    }

    /** Says so if there is no such notice. */
    ResponseEntity<String> show(Visitor visitor, UUID noticeId, Moment moment) {
        return notices.of(noticeId)
                .map(shown -> DeskAnswer.page(moment.status(), filled(visitor, shown, moment)))
                .orElseGet(() -> pages.notFound(visitor));
    }

    private String filled(Visitor visitor, ShowNotice.Shown shown, Moment moment) {
        var content = new HashMap<String, Object>();
        content.put("page", NoticePage.of(shown, names));
        content.put("form", Objects.requireNonNullElse(moment.form(), ""));
        content.put("errand", moment.errand());
        content.put("typed", moment.typed());
        content.put(
                "key",
                moment.typed().raw("key").isEmpty()
                        ? UUID.randomUUID()
                        : moment.typed().raw("key"));
        Optional.ofNullable(moment.said()).ifPresent(one -> content.put("said", one));
        Optional.ofNullable(moment.refused()).ifPresent(one -> content.put("refused", one));
        Optional.ofNullable(moment.field()).ifPresent(one -> content.put("field", one));
        Optional.ofNullable(moment.exact()).ifPresent(one -> content.put("exact", one));
        return pages.filled("notice", visitor, content);
    }

    /** With what the provider's web form is to be filled in with. */
    ResponseEntity<String> showForm(Visitor visitor, UUID noticeId, Typed typed) {
        var exact = forms.toFillIn(noticeId, visitor.person()).orElse(null);
        return exact == null
                ? show(visitor, noticeId, Moment.late("submission", typed))
                : show(
                        visitor,
                        noticeId,
                        new Moment(HttpStatus.OK, null, Errand.of(typed), "submission", FILLED_IN, null, null, exact));
    }
}
