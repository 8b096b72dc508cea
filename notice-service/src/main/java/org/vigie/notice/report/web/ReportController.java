package org.vigie.notice.report.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.oversight.ListCases.Wanted;
import org.vigie.notice.removal.CaseFilter;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.report.FileReport;
import org.vigie.notice.report.FollowReport;
import org.vigie.notice.report.ListReports;
import org.vigie.notice.report.ListReports.WantedReports;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.ReportRequest;
import org.vigie.notice.report.Scope;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Partner;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.ParameterRefused;
import org.vigie.support.web.Refuses;

/** Reports over HTTP. */
@RestController
@RequestMapping("/v1/reports")
class ReportController {

    /**
     * That a report was stored.
     *
     * @param caseId absent for partners, and if the report could not be applied at once; {@code GET} tells it soon
     */
    record Accepted(
            UUID reportId, String reference, @Nullable UUID caseId) {}

    /** Which reports are listed: those that meet everything that is given. */
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
            @Nullable String cursor) {

        /** @throws ParameterRefused if the caller may not ask for it */
        WantedReports wantedBy(Caller caller) {
            var wanted = wanted();
            if (caller instanceof Partner && !wanted.ofCase().isAnything()) {
                throw new ParameterRefused("query", "Partners list by partner_reference and received_since only.");
            }
            return wanted;
        }

        private WantedReports wanted() {
            var ofCase = Wanted.ANY
                    .meeting(CaseFilter.ALL.in(state).at(provider).changedSince(changedSince))
                    .stuck(Boolean.TRUE.equals(stuck))
                    .with(task);
            return new WantedReports(partnerReference, receivedSince, ofCase);
        }
    }

    /** What is looked for by more than may stand in a path: reports that meet everything that is given. */
    record ReportSearch(
            @Nullable String host,
            @Text @Nullable String partnerReference,
            @Nullable CaseStatus state,
            @Nullable TaskKind task,
            @Nullable UUID provider,
            @Nullable Instant receivedSince,
            @Nullable Instant changedSince,
            @Min(1) @Max(500) @Nullable Integer limit,
            @Nullable String cursor) {

        WantedReports wanted(@Nullable String hostToken) {
            var filter = CaseFilter.ALL.in(state).at(provider).ofHost(hostToken);
            var ofCase = Wanted.ANY.meeting(filter.changedSince(changedSince)).with(task);
            return new WantedReports(partnerReference, receivedSince, ofCase);
        }
    }

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record ReportList(List<ReportView> reports, @Nullable String next) {}

    private final FileReport fileReport;
    private final ListReports listReports;
    private final ListCases listCases;
    private final FollowReport followReport;
    private final ReportCursor cursors;
    private final @Nullable String contact;

    ReportController(
            FileReport fileReport,
            ListReports listReports,
            ListCases listCases,
            FollowReport followReport,
            ReportCursor cursors,
            @Value("${vigie.sender-page:#{null}}") @Nullable String contact) {
        this.fileReport = fileReport;
        this.listReports = listReports;
        this.listCases = listCases;
        this.followReport = followReport;
        this.cursors = cursors;
        this.contact = contact == null || contact.isBlank() ? null : contact;
    }

    /** Stores the report before it answers; the same key and body again give the same answer. */
    @Operation(
            operationId = "fileReport",
            summary = "Report a URL",
            description =
                    "Stores the report before it answers and applies it to the case of its URL. Who reports places the holds and, unless it is only suspected, classified the content. The same key, body and person again give the same answer. What a partner is told does not depend on whether the URL was known; it hears of no case.")
    @PostMapping
    @Refuses("422 idempotency-key-reused")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted file(
            IdempotencyKey key, Caller caller, @Nullable Operator operator, @RequestBody @Valid ReportRequest request) {
        var origin = Origin.of(caller);
        if (caller instanceof Partner) {
            var report = fileReport.file(origin, key.value(), request, null);
            return new Accepted(report.reportId(), report.reference(), null);
        }
        var report = fileReport.fileAndApply(origin, key.value(), request, operator == null ? null : operator.name());
        return new Accepted(report.reportId(), report.reference(), report.caseId());
    }

    @Operation(
            operationId = "listReports",
            summary = "List reports",
            description =
                    "Reports that meet every filter given, page by page. A page may be short before the end; next is absent at the end. A partner lists its own, by partner_reference and received_since only. As CSV all of them at once, without limit and cursor.")
    // Both: what names JSON first gets it, whatever it would take besides, and so does what names nothing.
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE})
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(schema = @Schema(implementation = ReportList.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    ReportList list(Caller caller, @ModelAttribute @Valid Filters filters) {
        var wanted = filters.wantedBy(caller);
        var after = filters.cursor() == null
                ? null
                : cursors.read(filters.cursor(), Scope.of(caller), wanted).orElseThrow(Paging::notACursor);
        return answer(caller, wanted, after, Paging.size(filters.limit()));
    }

    @Operation(
            operationId = "searchReports",
            summary = "Search for reports",
            description =
                    "By host and every filter of the list; page by page. A host stands in the body only. A page may be short before the end; next is absent at the end.")
    @PostMapping("/search")
    ReportList search(Caller caller, @RequestBody @Valid ReportSearch search) {
        var wanted = search.wanted(search.host() == null ? null : hostToken(search.host()));
        var after = search.cursor() == null
                ? null
                : cursors.read(search.cursor(), Scope.of(caller), wanted)
                        .orElseThrow(() -> new InvalidField("/cursor", "Not a cursor of this list."));
        return answer(caller, wanted, after, Paging.size(search.limit()));
    }

    private String hostToken(String host) {
        return listCases
                .hostToken(host)
                .orElseThrow(() -> new InvalidField("/host", "Must be a host name or an IP address."));
    }

    private ReportList answer(Caller caller, WantedReports wanted, ListReports.@Nullable Cursor after, int size) {
        var scope = Scope.of(caller);
        var part = listReports.part(scope, wanted, after, size);
        return new ReportList(
                part.reports().stream()
                        .map(report -> ReportView.of(report, caller))
                        .toList(),
                part.next() == null ? null : cursors.written(part.next(), scope, wanted));
    }

    @Operation(
            operationId = "getReport",
            summary = "Get a report",
            description =
                    "One report, and in words for whoever saw the content first what became of it: nothing of who was asked. For an hour it says no more than that the report was received. A partner gets its own; any other answers as if it did not exist.")
    @GetMapping("/{id}")
    @Refuses("404 not-found")
    FollowedView one(Caller caller, @PathVariable UUID id) {
        return followReport
                .find(Scope.of(caller), id)
                .map(told -> FollowedView.of(told, caller, contact))
                .orElseThrow(() -> new NotFound("report"));
    }
}
