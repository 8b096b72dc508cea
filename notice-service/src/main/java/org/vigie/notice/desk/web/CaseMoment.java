package org.vigie.notice.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.NotAllowed;

/**
 * In what moment a case's page is shown: as somebody opens it, or as the answer to a form.
 *
 * @param said what was just done, absent if nothing was
 * @param errand what brought somebody here
 * @param form the form that stands open, absent if its task says which
 * @param typed what was typed into that form
 * @param refused key of the words for why the form was refused, absent if it was not
 * @param field which of its fields is refused, absent if it is not one of them
 * @param changed what happened in the case since the form was read
 * @param exact the exact URL, absent unless it was just revealed
 */
record CaseMoment(
        HttpStatus status,
        @Nullable Said said,
        Errand errand,
        @Nullable String form,
        Typed typed,
        @Nullable String refused,
        @Nullable String field,
        List<CaseEvent> changed,
        @Nullable String exact) {

    static CaseMoment opened(@Nullable Said said, Errand errand) {
        return new CaseMoment(HttpStatus.OK, said, errand, null, Typed.NOTHING, null, null, List.of(), null);
    }

    static CaseMoment revealed(String exact, Errand errand) {
        return new CaseMoment(HttpStatus.OK, null, errand, null, Typed.NOTHING, null, null, List.of(), exact);
    }

    /** A field cannot be accepted. */
    static CaseMoment unfit(String form, Typed typed, String field, String why) {
        return new CaseMoment(
                HttpStatus.UNPROCESSABLE_CONTENT,
                null,
                Errand.of(typed),
                form,
                typed,
                "refused." + why,
                field,
                List.of(),
                null);
    }

    /** The decision is not this person's, or not one about this case. */
    static CaseMoment notAllowed(String form, Typed typed, NotAllowed.Why why) {
        return new CaseMoment(
                HttpStatus.CONFLICT, null, Errand.of(typed), form, typed, "not." + why, null, List.of(), null);
    }

    /** The case stands otherwise than the person had read. */
    static CaseMoment overtaken(String form, Typed typed, List<CaseEvent> changed) {
        return new CaseMoment(
                HttpStatus.PRECONDITION_FAILED, null, Errand.of(typed), form, typed, "overtaken", null, changed, null);
    }
}
