package org.vigie.notice.desk.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.support.validation.InvalidField;

/** A case, and its exact URL for whoever says why. */
@RestController
@RequestMapping("/desk/cases/{caseId}")
class CasePageController {

    private final CaseScreen screen;
    private final DeskPages pages;
    private final Recent recent;
    private final DecideCase decide;
    private final Clock clock;

    CasePageController(CaseScreen screen, DeskPages pages, Recent recent, DecideCase decide, Clock clock) {
        this.screen = screen;
        this.recent = recent;
        this.pages = pages;
        this.decide = decide;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> show(
            @ModelAttribute(binding = false) Visitor visitor,
            HttpSession session,
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String said,
            @RequestParam(required = false) @Nullable String task,
            @RequestParam(required = false) @Nullable String kind) {
        recent.opened(session, caseId);
        var done = Words.of(Said.class, said).orElse(null);
        return screen.show(visitor, caseId, CaseMoment.opened(done, Errand.of(task, kind)));
    }

    /** Shows it once, in the answer itself: the page anew is without it. */
    @PostMapping("/reveal")
    ResponseEntity<String> reveal(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        try {
            var signed = new Signed(visitor.person(), typed.text("reason"), clock.instant());
            return screen.show(
                    visitor,
                    caseId,
                    CaseMoment.revealed(decide.reveal(caseId, signed).url(), Errand.of(typed)));
        } catch (UnknownCase _) {
            return pages.notFound(visitor);
        } catch (InvalidField refused) {
            return screen.show(visitor, caseId, CaseMoment.unfit("reveal", typed, "reason", refused.getMessage()));
        }
    }
}
