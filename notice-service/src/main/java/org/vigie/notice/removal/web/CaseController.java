package org.vigie.notice.removal.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.FindCase;
import org.vigie.notice.removal.Recurrence;
import org.vigie.notice.removal.Shown;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.support.web.Refuses;

/** Cases over HTTP. */
@RestController
@RequestMapping("/v1")
class CaseController {

    private static final Logger LOG = LoggerFactory.getLogger(CaseController.class);

    private static final int LARGEST_PAGE = 500;

    /** What to look for: one of the three. */
    record Search(
            @Nullable String url,
            @Nullable String hash,
            @Nullable String reference) {}

    record Found(List<UUID> caseIds) {}

    record Listed(UUID caseId, Shown status) {}

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record Page(List<Listed> cases, @Nullable UUID next) {}

    record Counts(Map<Shown, Long> cases) {}

    private final Cases cases;
    private final FindCase findCase;
    private final Recurrence recurrence;

    CaseController(Cases cases, FindCase findCase, Recurrence recurrence) {
        this.cases = cases;
        this.findCase = findCase;
        this.recurrence = recurrence;
    }

    @GetMapping("/cases/{id}")
    @Refuses("404 unknown-case")
    ResponseEntity<CaseView> one(@PathVariable UUID id) {
        return cases.find(id)
                .map(known -> ResponseEntity.ok()
                        .eTag("\"%d\"".formatted(known.version()))
                        .body(CaseView.of(known, recurrence.elsewhere(known))))
                .orElseThrow(() -> new UnknownCase(id));
    }

    /** Cases in the order of their ids. */
    @GetMapping("/cases")
    Page list(@RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable UUID cursor) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var page = cases.page(cursor, size).stream()
                .map(known -> new Listed(known.caseId(), Shown.of(known)))
                .toList();
        return new Page(page, page.size() < size ? null : page.getLast().caseId());
    }

    /** By URL, by exact hash or by reference; only ever in the body. */
    @PostMapping("/cases/search")
    Found search(@RequestBody Search search) {
        var found = findCase.by(search.url(), search.hash(), search.reference());
        LOG.atInfo().addKeyValue("found", found.size()).log("cases searched for");
        return new Found(found);
    }

    /** How many cases there are of each state, those without any included. */
    @GetMapping("/counts")
    Counts counts() {
        var counts = new EnumMap<Shown, Long>(Shown.class);
        for (var shown : Shown.values()) {
            counts.put(shown, 0L);
        }
        counts.putAll(cases.counts());
        return new Counts(counts);
    }
}
