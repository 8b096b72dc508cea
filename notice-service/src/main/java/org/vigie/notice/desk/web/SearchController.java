package org.vigie.notice.desk.web;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.desk.LookUp;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.RemovalCase;

/**
 * Finds cases. What is looked for stands in the body of a form and in the page that answers it, never in an address.
 */
@RestController
class SearchController {

    /** As long as URLs are that a report may have. */
    private static final int LONGEST = 8192;

    private final LookUp search;
    private final Recent recent;
    private final DeskPages pages;

    SearchController(LookUp search, Recent recent, DeskPages pages) {
        this.search = search;
        this.recent = recent;
        this.pages = pages;
    }

    /** A case that was found, its URL defanged. */
    record Line(UUID caseId, String url, CaseStatus status, Instant receivedAt) {

        static Line of(RemovalCase known) {
            var evidence = known.evidence();
            return new Line(
                    known.caseId(), Defanged.url(evidence.place().url()), CaseStatus.of(known), evidence.receivedAt());
        }
    }

    @GetMapping("/desk/search")
    ResponseEntity<String> show(@ModelAttribute(binding = false) Visitor visitor, HttpSession session) {
        return DeskAnswer.page(page(visitor, session, Map.of()));
    }

    /** Leads to the case if there is just one. */
    @PostMapping("/desk/search")
    ResponseEntity<String> find(
            @ModelAttribute(binding = false) Visitor visitor,
            HttpSession session,
            @RequestParam(defaultValue = "") String what) {
        if (what.isBlank() || what.length() > LONGEST) {
            return DeskAnswer.page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(visitor, session, Map.of("refused", what.isBlank() ? "needed" : "long")));
        }
        var found = search.with(what);
        return found.cases().size() == 1 && !found.more()
                ? DeskAnswer.seeOther(
                        visitor.at("/desk/cases/" + found.cases().getFirst().caseId()))
                : DeskAnswer.page(page(
                        visitor,
                        session,
                        Map.of(
                                "as", found.as(),
                                "found", lines(found.cases()),
                                "more", found.more())));
    }

    private String page(Visitor visitor, HttpSession session, Map<String, ?> answer) {
        var content = new HashMap<String, Object>(answer);
        content.put("recent", lines(search.these(recent.of(session))));
        return pages.filled("search", visitor, content);
    }

    private static List<Line> lines(List<RemovalCase> cases) {
        return cases.stream().map(Line::of).toList();
    }
}
