package org.vigie.notice.reply.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.reply.NotSent;
import org.vigie.notice.reply.RecordReply;
import org.vigie.notice.reply.RecordReply.Said;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.ParameterRefused;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** What providers answered to notices, over HTTP. */
@RestController
@RequestMapping("/v1/notices/{noticeId}")
class ReplyController {

    static final int LONGEST_TEXT = 4000;

    record ReplyRequest(
            @NotNull ReplyOutcome outcome,
            @NotNull @PastOrPresent Instant receivedAt,
            Reply.@Nullable Channel channel,

            @Size(max = LONGEST_TEXT)
            @Pattern(
                    regexp = "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$",
                    message = "Line breaks and tabs are the only control characters allowed.")
            @Nullable
            String text) {}

    record ReplyView(
            UUID replyId,
            UUID noticeId,
            String reference,
            ReplyOutcome outcome,
            ReplyOutcome.Effect effect,
            Reply.Channel channel,
            Instant receivedAt,
            Instant recordedAt,
            String recordedBy,
            boolean unproven,
            @Nullable String text) {
        static ReplyView of(Reply reply) {
            return new ReplyView(
                    reply.replyId(),
                    reply.noticeId(),
                    reply.reference(),
                    reply.outcome(),
                    reply.effect(),
                    reply.channel(),
                    reply.receivedAt(),
                    reply.recordedAt(),
                    reply.recordedBy(),
                    reply.unproven(),
                    reply.text());
        }
    }

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record ReplyList(List<ReplyView> replies, @Nullable UUID next) {}

    /** An id, or a reference as it stands in the mail's Message-ID, since a slash would end the path's part. */
    private static final String NOTICE =
            "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|RN-[0-9]{4}-[0-9]{8}\\.[0-9]{1,9}(\\.[0-9a-z]{1,10})?)$";

    private final RecordReply recordReply;

    ReplyController(RecordReply recordReply) {
        this.recordReply = recordReply;
    }

    @Operation(
            operationId = "recordReply",
            summary = "Record what a provider answered",
            description =
                    "Records the answer and does what follows from it for every case that the notice names: a check at once, the next addressee, a dispute or a task. No answer ever says that anything was removed. The same key and body again give the same answer.")
    @PostMapping("/reply")
    @Refuses({"404 not-found", "409 not-sent", "422 idempotency-key-reused"})
    ReplyView record(
            @Parameter(schema = @Schema(pattern = NOTICE, maxLength = 37)) @PathVariable String noticeId,
            Operator by,
            IdempotencyKey key,
            @RequestBody @Valid ReplyRequest reply) {
        var said = new Said(
                key.value(),
                reply.outcome(),
                reply.channel() == null ? Reply.Channel.EMAIL : reply.channel(),
                reply.receivedAt(),
                by.name(),
                false,
                reply.text() == null || reply.text().isBlank()
                        ? null
                        : reply.text().strip());
        return recordReply.record(named(noticeId), said).map(ReplyView::of).orElseThrow(() -> new NotFound("notice"));
    }

    @Operation(
            operationId = "listReplies",
            summary = "List what was answered to a notice",
            description = "Recorded answers, the earliest received first, page by page.")
    @GetMapping("/replies")
    @Refuses("404 not-found")
    ReplyList replies(
            @Parameter(schema = @Schema(pattern = NOTICE, maxLength = 37)) @PathVariable String noticeId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        return recordReply
                .to(named(noticeId))
                .map(known -> Paging.part(known, Reply::replyId, cursor, size))
                .map(part -> new ReplyList(part.shown(ReplyView::of), part.next()))
                .orElseThrow(() -> new NotFound("notice"));
    }

    private UUID named(String notice) {
        if (!notice.matches(NOTICE)) {
            throw new ParameterRefused(
                    "noticeId", "Must be the id of a notice, or its reference, such as RN-2026-00000042.3.");
        }
        var parts = notice.split("\\.", -1);
        return parts.length == 1
                ? UUID.fromString(notice)
                : recordReply.idOf(parts[0], Integer.parseInt(parts[1])).orElseThrow(() -> new NotFound("notice"));
    }

    @ExceptionHandler
    ProblemDetail on(NotSent notSent) {
        return Problems.of(HttpStatus.CONFLICT, "not-sent", "The notice was never handed over.");
    }
}
