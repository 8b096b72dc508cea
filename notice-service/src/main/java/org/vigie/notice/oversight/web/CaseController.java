package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.vigie.notice.oversight.FindCase;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.oversight.ListCases.Wanted;
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
            @Nullable UUID cursor) {}

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
            String partner_reference,

            @Nullable Instant received_since,
            @Nullable Instant changed_since,
            @Nullable Integer limit,
            @Nullable UUID cursor) {

        Wanted wanted() {
            return new Wanted(
                    state,
                    Boolean.TRUE.equals(stuck),
                    task,
                    provider,
                    null,
                    partner_reference,
                    received_since,
                    changed_since);
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
    private final FindCase findCase;
    private final ListCases listCases;
    private final CaseReader reader;
    private final Reveals reveals;

    CaseController(Cases cases, FindCase findCase, ListCases listCases, CaseReader reader, Reveals reveals) {
        this.cases = cases;
        this.findCase = findCase;
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
        var found = search.host() == null && search.partnerReference() == null
                ? found(listCases.these(ids(search)), null)
                : listed(search);
        LOG.atInfo().addKeyValue("found", found.caseIds().size()).log("case search answered");
        return found;
    }

    private List<UUID> ids(Search search) {
        if (Stream.of(search.url(), search.hash(), search.reference())
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw new InvalidField("", "Give only one of url, hash and reference.");
        }
        if (search.hash() != null) {
            return findCase.withHash(search.hash())
                    .orElseThrow(() -> new InvalidField("/hash", "Must be 32, 40 or 64 hexadecimal digits."));
        }
        if (search.url() != null) {
            return findCase.withUrl(search.url())
                    .orElseThrow(() -> new InvalidField("/url", "Must be one absolute http or https URL."));
        }
        if (search.reference() != null) {
            return findCase.withReference(search.reference());
        }
        throw new InvalidField("", "One of url, hash and reference, or host or partner_reference, is required.");
    }

    private Found listed(Search search) {
        if (search.url() != null || search.hash() != null || search.reference() != null) {
            throw new InvalidField("", "Give only one of url, hash and reference, and no other field.");
        }
        var host = search.host() == null
                ? null
                : listCases
                        .hostToken(search.host())
                        .orElseThrow(() -> new InvalidField("/host", "Must be a host name or an IP address."));
        var wanted = new Wanted(null, false, null, null, host, search.partnerReference(), null, null);
        var page = listCases.page(wanted, search.cursor(), Paging.size(search.limit()));
        return found(page.cases(), page.next());
    }

    private Found found(List<RemovalCase> known, @Nullable UUID next) {
        return new Found(known.stream().map(RemovalCase::caseId).toList(), reader.brief(known), next);
    }

    @Operation(
            operationId = "countCases",
            summary = "Count the cases by state",
            description = "Every state, those without a case included.")
    @GetMapping("/counts")
    Counts counts() {
        var counts = new EnumMap<CaseStatus, Long>(CaseStatus.class);
        for (var shown : CaseStatus.values()) {
            counts.put(shown, 0L);
        }
        counts.putAll(cases.counts());
        return new Counts(counts);
    }
}
