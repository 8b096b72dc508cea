package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.oversight.ListCases.Wanted;
import org.vigie.notice.oversight.SearchCases;
import org.vigie.notice.oversight.SearchCases.AtHand;
import org.vigie.notice.oversight.SearchCases.Misfit;
import org.vigie.notice.removal.CaseFilter;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IfMatch;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Refuses;

/** Cases over HTTP. */
@RestController
@RequestMapping("/v1")
class CaseController {

    private static final Logger LOG = LoggerFactory.getLogger(CaseController.class);

    /** What to look for: one of url, hash and reference, or any of the rest. */
    record Search(
            @Nullable String url,
            @Nullable String hash,
            @Text @Nullable String reference,
            @Nullable String host,
            @Text @Nullable String partnerReference,
            @Min(1) @Max(500) @Nullable Integer limit,
            @Nullable UUID cursor) {

        AtHand atHand() {
            return new AtHand(url, hash, reference, host, partnerReference);
        }
    }

    /**
     * What was found.
     *
     * @param next cursor of the next part, absent at the end
     */
    record Found(
            List<UUID> caseIds,
            List<BriefCase> cases,
            @Nullable UUID next) {}

    /** Which cases are listed: those that meet everything that is given. */
    record Filters(
            @Nullable CaseStatus state,
            @Nullable Boolean stuck,
            @Nullable TaskKind task,
            @Nullable UUID provider,

            @Parameter(schema = @Schema(minLength = 1, maxLength = Text.LONGEST, pattern = Text.PATTERN))
            @Text
            @Nullable
            String partnerReference,

            @Nullable Instant receivedSince,
            @Nullable Instant changedSince,
            @Nullable Integer limit,
            @Nullable UUID cursor) {

        Wanted wanted() {
            var filter = CaseFilter.ALL.in(state).at(provider);
            return Wanted.ANY
                    .meeting(filter.receivedSince(receivedSince).changedSince(changedSince))
                    .stuck(Boolean.TRUE.equals(stuck))
                    .with(task)
                    .ofPartner(partnerReference);
        }
    }

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record Page(List<BriefCase> cases, @Nullable UUID next) {}

    record Counts(Map<CaseStatus, Long> cases) {}

    record RevealRequest(@NotNull @Text String reason) {}

    private final Cases cases;
    private final SearchCases searchCases;
    private final ListCases listCases;
    private final CaseReader reader;
    private final Reveals reveals;

    CaseController(Cases cases, SearchCases searchCases, ListCases listCases, CaseReader reader, Reveals reveals) {
        this.cases = cases;
        this.searchCases = searchCases;
        this.listCases = listCases;
        this.reader = reader;
        this.reveals = reveals;
    }

    @Operation(
            operationId = "getCase",
            summary = "Get a case",
            description = "One case with its timeline. URLs are defanged. The ETag is for If-Match.")
    @GetMapping("/cases/{id}")
    @Refuses("404 unknown-case")
    ResponseEntity<CaseView> one(@PathVariable UUID id) {
        return cases.find(id)
                .map(known -> ResponseEntity.ok()
                        .eTag(IfMatch.tag(Objects.requireNonNull(known.version())))
                        .body(reader.view(known)))
                .orElseThrow(() -> new UnknownCase(id));
    }

    @Operation(
            operationId = "revealUrl",
            summary = "Show the exact URL",
            description = "Records in the timeline who is shown the exact URL and why, then answers with it.")
    @PostMapping("/cases/{id}/reveal")
    @Refuses("404 unknown-case")
    Revealed reveal(@PathVariable UUID id, Operator by, @RequestBody @Valid RevealRequest said) {
        return reveals.show(id, by, said.reason());
    }

    @Operation(
            operationId = "listCases",
            summary = "List cases",
            description =
                    "Cases that meet every filter given, in the order of their ids, page by page. A page may be short before the end; next is absent at the end.")
    @GetMapping("/cases")
    Page list(@ModelAttribute @Valid Filters filters) {
        var page = listCases.page(filters.wanted(), filters.cursor(), Paging.size(filters.limit()));
        return new Page(reader.brief(page.cases()), page.next());
    }

    @Operation(
            operationId = "searchCases",
            summary = "Search for cases",
            description =
                    "By URL, exact hash or reference (a report, a notice or a case), or by host and partner reference. What is searched for stands in the body only.")
    @PostMapping("/cases/search")
    Found search(@RequestBody @Valid Search search) {
        var answer = searchCases.search(search.atHand(), search.cursor(), Paging.size(search.limit()));
        var found = switch (answer) {
            case SearchCases.Found(var page) -> found(page);
            case Misfit misfit -> throw refused(misfit);
        };
        LOG.atInfo().addKeyValue("found", found.caseIds().size()).log("case search answered");
        return found;
    }

    private Found found(ListCases.Page page) {
        var ids = page.cases().stream().map(RemovalCase::caseId).toList();
        return new Found(ids, reader.brief(page.cases()), page.next());
    }

    private static InvalidField refused(Misfit misfit) {
        return switch (misfit) {
            case NOTHING_GIVEN ->
                new InvalidField("", "One of url, hash and reference, or host or partner_reference, is required.");
            case SEVERAL_GIVEN -> new InvalidField("", "Give only one of url, hash and reference.");
            case GIVEN_BESIDE_OTHERS ->
                new InvalidField("", "Give only one of url, hash and reference, and no other field.");
            case NO_URL -> new InvalidField("/url", "Must be one absolute http or https URL.");
            case NO_HASH -> new InvalidField("/hash", "Must be 32, 40 or 64 hexadecimal digits.");
            case NO_HOST -> new InvalidField("/host", "Must be a host name or an IP address.");
        };
    }

    @Operation(
            operationId = "countCases",
            summary = "Count the cases by state",
            description = "Every state, those without a case included.")
    @GetMapping("/counts")
    Counts counts() {
        return new Counts(listCases.counts());
    }
}
