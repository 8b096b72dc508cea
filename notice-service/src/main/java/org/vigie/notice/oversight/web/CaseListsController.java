package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.oversight.web.CaseView.ContentView;
import org.vigie.notice.oversight.web.CaseView.EventView;
import org.vigie.notice.oversight.web.CaseView.HoldView;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Targeting;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Paging.Part;
import org.vigie.support.web.Refuses;

/** The lists of a case that grow, page by page: a case itself shows only a part of them. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
class CaseListsController {

    /** @param next cursor of the next part, absent at the end */
    record TimelinePart(List<EventView> timeline, @Nullable String next) {}

    /** @param next cursor of the next part, absent at the end */
    record ContentPart(List<ContentView> contents, @Nullable UUID next) {}

    /** @param next cursor of the next part, absent at the end */
    record TargetingPart(
            List<TargetingView> targetings, @Nullable UUID next) {}

    /** @param next cursor of the next part, absent at the end */
    record HoldPart(List<HoldView> holds, @Nullable UUID next) {}

    private final Cases cases;
    private final ProviderNames names;

    CaseListsController(Cases cases, ProviderNames names) {
        this.cases = cases;
        this.names = names;
    }

    @Operation(
            operationId = "listTimeline",
            summary = "List the timeline of a case",
            description = "All that was known, decided, sent and seen, the earliest first, page by page.")
    @GetMapping("/timeline")
    @Refuses("404 unknown-case")
    TimelinePart timeline(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Integer limit,
            @Pattern(regexp = "^[0-9]{1,9}$", message = "Not a cursor of this list.")
                    @RequestParam(required = false)
                    @Nullable
                    String cursor) {
        var timeline = find(caseId, limit).history().timeline();
        var lines = IntStream.range(0, timeline.size()).boxed().toList();
        var part = Paging.part(lines, String::valueOf, cursor, limit);
        return new TimelinePart(part.shown(line -> EventView.of(timeline.get(line), names)), part.next());
    }

    @Operation(
            operationId = "listContents",
            summary = "List the content units of a case",
            description = "In the order in which they were first reported, page by page.")
    @GetMapping("/contents")
    @Refuses("404 unknown-case")
    ContentPart contents(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        Part<ContentUnit, UUID> part =
                Paging.part(find(caseId, limit).contents(), ContentUnit::contentId, cursor, limit);
        return new ContentPart(part.shown(ContentView::of), part.next());
    }

    @Operation(
            operationId = "listTargetings",
            summary = "List the targetings of a case",
            description = "Each content unit and addressee that a notice named, the earliest first, page by page.")
    @GetMapping("/targetings")
    @Refuses("404 unknown-case")
    TargetingPart targetings(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        Part<Targeting, UUID> part =
                Paging.part(find(caseId, limit).outcome().targetings(), Targeting::targetingId, cursor, limit);
        return new TargetingPart(part.shown(one -> TargetingView.of(one, names)), part.next());
    }

    @Operation(
            operationId = "listHolds",
            summary = "List the holds of a case",
            description = "Holds that nobody released, the earliest first, page by page.")
    @GetMapping("/holds")
    @Refuses("404 unknown-case")
    HoldPart holds(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        Part<Hold, UUID> part = Paging.part(find(caseId, limit).holds().current(), Hold::holdId, cursor, limit);
        return new HoldPart(part.shown(HoldView::of), part.next());
    }

    /** A limit out of its range is refused whatever the case. */
    private RemovalCase find(UUID caseId, @Nullable Integer limit) {
        Paging.size(limit);
        return cases.find(caseId).orElseThrow(() -> new UnknownCase(caseId));
    }
}
