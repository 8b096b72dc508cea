package org.vigie.notice.batch.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.batch.Batch;
import org.vigie.notice.batch.FollowBatch;
import org.vigie.notice.batch.LineResult;
import org.vigie.notice.batch.TakeBatch;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Scope;
import org.vigie.support.access.Caller;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Paging;
import org.vigie.support.web.ParameterRefused;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.TooManyRequests;

/** Batches of reports over HTTP. */
@RestController
@RequestMapping(BatchController.PATH)
class BatchController {

    static final String PATH = "/v1/report-batches";

    /** When a batch of many may be done. */
    private static final int LATER = 60;

    private static final String NDJSON_EXAMPLE = """
            {"url":"https://example.invalid/a.jpg","category":"CSAM","verification":"SUSPECT"}
            {"url":"https://example.invalid/b.jpg","category":"CSAM","verification":"SUSPECT","partner_reference":"2026-4712"}
            """;

    private static final String CSV_EXAMPLE = """
            url,category,verification,content.hashes.md5,partner_reference
            https://example.invalid/a.jpg,CSAM,SUSPECT,d41d8cd98f00b204e9800998ecf8427e,2026-4711
            """;

    /** How far a batch is. */
    enum BatchState {
        FILING,
        DONE
    }

    /** A batch. */
    record BatchView(UUID batchId, BatchState state, Instant receivedAt, int lines, int accepted, int refused) {

        static BatchView of(Batch batch) {
            return new BatchView(
                    batch.batchId(),
                    batch.isDone() ? BatchState.DONE : BatchState.FILING,
                    batch.receivedAt(),
                    batch.lines(),
                    batch.accepted(),
                    batch.refused());
        }
    }

    /** A line: a report, or what is wrong with it. */
    record LineView(
            int line,
            LineResult.State state,
            @Nullable UUID reportId,
            @Nullable String reference,
            @Nullable String field,
            @Nullable String expected) {

        static LineView of(LineResult result) {
            return switch (result) {
                case LineResult.Filed(var line, var reportId, var reference) ->
                    new LineView(line, LineResult.State.FILED, reportId, reference, null, null);
                case LineResult.Refused(var line, var field, var reason) ->
                    new LineView(line, LineResult.State.REFUSED, null, null, field, reason);
            };
        }
    }

    /** Part of a list. */
    record LineList(List<LineView> lines, @Nullable Integer next) {}

    private final TakeBatch takeBatch;
    private final FollowBatch followBatch;

    BatchController(TakeBatch takeBatch, FollowBatch followBatch) {
        this.takeBatch = takeBatch;
        this.followBatch = followBatch;
    }

    @Operation(
            operationId = "fileReports",
            summary = "Report many URLs",
            description =
                    "A report a line, as JSON or CSV in UTF-8: 100,000 lines and 128 MiB at most. All of it is stored before the answer, and filed soon after: each line that can be accepted becomes a report of its own, and one that cannot holds up no other. The same key and body again give the same batch. Five batches may be unfinished at a time.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = BodyLines.NDJSON,
                                        schema = @Schema(type = "string", maxLength = 128 << 20),
                                        examples = @ExampleObject(NDJSON_EXAMPLE)),
                                @Content(
                                        mediaType = BodyLines.CSV,
                                        schema = @Schema(type = "string", maxLength = 128 << 20),
                                        examples = @ExampleObject(CSV_EXAMPLE))
                            }))
    @PostMapping(consumes = {BodyLines.NDJSON, BodyLines.CSV})
    @Refuses({"408 body-too-slow", "422 idempotency-key-reused"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    BatchView file(IdempotencyKey key, Caller caller, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        var type = MediaType.parseMediaType(request.getContentType());
        if (type.getCharset() != null && !type.getCharset().equals(UTF_8)) {
            throw new HttpMediaTypeNotSupportedException("not in UTF-8");
        }
        var lines = new BodyLines("%s/%s".formatted(type.getType(), type.getSubtype()), request.getInputStream());
        return switch (takeBatch.take(Origin.of(caller), key.value(), lines)) {
            case TakeBatch.Taken.Stored(var batch) -> BatchView.of(batch);
            case TakeBatch.Taken.TooMany() -> throw new TooManyRequests(LATER);
        };
    }

    @Operation(
            operationId = "getReportBatch",
            summary = "Get a batch",
            description = "How far it is. A partner gets its own; any other answers as if it did not exist.")
    @GetMapping("/{id}")
    @Refuses("404 not-found")
    BatchView one(Caller caller, @PathVariable UUID id) {
        return followBatch.find(Scope.of(caller), id).map(BatchView::of).orElseThrow(() -> new NotFound("batch"));
    }

    @Operation(
            operationId = "listReportBatchLines",
            summary = "List the lines of a batch",
            description =
                    "What became of each line so far, in their order, page by page: a report, or the field that cannot be accepted. Lines are named by their numbers; what was on them is not repeated. While the batch is being filed, the list ends where it is.")
    @GetMapping("/{id}/lines")
    @Refuses("404 not-found")
    LineList lines(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) LineResult.@Nullable State state,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "2147483647"))
                    @RequestParam(required = false)
                    @Nullable
                    Integer cursor) {
        if (cursor != null && cursor < 1) {
            throw new ParameterRefused("cursor", "Must be the number of a line.");
        }
        var part = followBatch
                .lines(Scope.of(caller), id, cursor == null ? 0 : cursor, state, Paging.size(limit))
                .orElseThrow(() -> new NotFound("batch"));
        return new LineList(part.lines().stream().map(LineView::of).toList(), part.next());
    }
}
