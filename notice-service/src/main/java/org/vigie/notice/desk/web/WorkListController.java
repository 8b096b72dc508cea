package org.vigie.notice.desk.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.desk.WorkList;
import org.vigie.notice.desk.WorkList.Counts;
import org.vigie.notice.desk.WorkList.Whose;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.task.TaskKind;

/** What waits for people, the earliest due first. */
@RestController
class WorkListController {

    private static final int SHOWN = 50;

    private final WorkList list;
    private final ProviderNames names;
    private final DeskPages pages;

    WorkListController(WorkList list, ProviderNames names, DeskPages pages) {
        this.list = list;
        this.names = names;
        this.pages = pages;
    }

    /** A kind of task of which some are open, with how many. */
    record OfKind(TaskKind kind, long open) {}

    /**
     * What is there is listed from its beginning if an address names a task, a kind or a choice that there is not: an
     * address that was kept still leads to work.
     */
    @GetMapping("/desk")
    ResponseEntity<String> show(
            @ModelAttribute(binding = false) Visitor visitor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String said) {
        var asked = Words.of(TaskKind.class, kind).orElse(null);
        var chosen = Words.of(Whose.class, whose).orElse(Whose.ALL);
        var counts = list.counts(visitor.person());
        var part = list.part(asked, chosen, visitor.person(), Words.id(after).orElse(null), SHOWN);
        var content = new HashMap<String, Object>(Map.of(
                "counts", counts,
                "kinds", kinds(counts),
                "whose", chosen,
                "choices", List.of(Whose.values()),
                "rows",
                        part.lines().stream()
                                .map(line -> TaskRow.of(line, list, names, visitor))
                                .toList()));
        content.put("ofKind", asked == null ? "" : "&kind=" + asked);
        Optional.ofNullable(asked).ifPresent(one -> content.put("kind", one));
        Optional.ofNullable(part.next()).ifPresent(one -> content.put("next", one));
        Words.of(Said.class, said).ifPresent(one -> content.put("said", one));
        content.put("begun", Words.id(after).isPresent());
        return DeskAnswer.page(pages.filled("work", visitor, content));
    }

    private static List<OfKind> kinds(Counts counts) {
        return counts.open().entrySet().stream()
                .map(kind -> new OfKind(kind.getKey(), kind.getValue()))
                .sorted(Comparator.comparing(OfKind::kind))
                .toList();
    }
}
