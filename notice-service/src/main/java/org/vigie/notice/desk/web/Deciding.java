package org.vigie.notice.desk.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.notice.desk.AsRead;
import org.vigie.notice.desk.OnWhatWasRead;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.NotAllowed;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.notice.removal.UnknownContent;
import org.vigie.support.validation.InvalidField;

/** Takes a form about a case; whatever keeps it from being done, what was typed is shown again. */
@Component
class Deciding {

    private final OnWhatWasRead onWhatWasRead;
    private final Cases cases;
    private final CaseScreen screen;
    private final DeskPages pages;
    private final NextTask next;

    Deciding(OnWhatWasRead onWhatWasRead, Cases cases, CaseScreen screen, DeskPages pages, NextTask next) {
        this.onWhatWasRead = onWhatWasRead;
        this.cases = cases;
        this.screen = screen;
        this.pages = pages;
        this.next = next;
    }

    /** Does what the form asks for. */
    interface Decision {

        /**
         * Reads the form and calls the use case.
         *
         * @param read the version of the case that may be changed
         * @throws InvalidField if a field cannot be accepted
         */
        void make(Typed typed, LongPredicate read);
    }

    /**
     * Answers a form.
     *
     * @param form its name in the page
     */
    ResponseEntity<String> on(
            UUID caseId, String form, Visitor visitor, Map<String, String> fields, Decision decision) {
        var typed = new Typed(fields);
        try {
            var read = new AsRead(typed.number("lines"), typed.raw("status"));
            var made = onWhatWasRead.decide(caseId, read, version -> decision.make(typed, version));
            return made
                    ? next.after(visitor, typed, "/desk/cases/%s?said=recorded".formatted(caseId))
                    : screen.show(visitor, caseId, CaseMoment.overtaken(form, typed, since(caseId, read)));
        } catch (InvalidField refused) {
            var field = refused.pointer().replaceFirst("^/", "");
            return screen.show(visitor, caseId, CaseMoment.unfit(form, typed, field, refused.getMessage()));
        } catch (UnknownCase _) {
            return pages.notFound(visitor);
        } catch (UnknownContent _) {
            return screen.show(visitor, caseId, CaseMoment.unfit(form, typed, "content_id", "choose"));
        } catch (NotAllowed refused) {
            return screen.show(visitor, caseId, CaseMoment.notAllowed(form, typed, refused.why()));
        }
    }

    private List<CaseEvent> since(UUID caseId, AsRead read) {
        return cases.find(caseId).map(read::since).orElse(List.of());
    }
}
