package org.vigie.notice.replypage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Role;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.replylink.ReplyAccess.Expired;
import org.vigie.notice.replylink.ReplyAccess.Opens;
import org.vigie.notice.replylink.ReplyAccess.Unknown;
import org.vigie.notice.replypage.AnswerNotice;
import org.vigie.notice.replypage.AnsweredNotice;
import org.vigie.notice.replypage.AnsweredNotice.Located;
import org.vigie.notice.replypage.Proof;
import org.vigie.notice.replypage.ProveAddressee;
import org.vigie.notice.replypage.ShowNotices;
import org.vigie.notice.replypage.web.ReplyRefused.Why;
import org.vigie.support.validation.Text;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Refuses;

/** The reply page for programs: the same link, the same proof, the same answers, in JSON and without an API token. */
@RestController
@RequestMapping("/v1/replies/{token}")
class ReplyApiController {

    private static final int LONGEST_TEXT = 4000;

    /**
     * The notice.
     *
     * @param deadline absent of a notice that asks for no removal
     * @param expiresAt the token opens nothing from then on
     * @param open exact URLs that are open, empty without a proof
     */
    record AnswerableNotice(
            String reference,
            NoticeKind noticeKind,
            Role role,
            Instant sentAt,
            @Nullable Instant deadline,
            Instant expiresAt,
            boolean proven,
            List<String> open) {

        static AnswerableNotice of(AnsweredNotice shown, Opens access) {
            var notice = shown.notice();
            return new AnswerableNotice(
                    notice.reference().toString(),
                    notice.kind(),
                    notice.addressee().role(),
                    notice.createdAt(),
                    shown.deadline(),
                    access.until(),
                    access.proven(),
                    shown.places().stream()
                            .filter(Located::isOpen)
                            .map(Located::url)
                            .toList());
        }
    }

    record CodeRequest(@NotNull @Text String code) {}

    /** @param replyToken takes the place of the link's token in the path */
    record ReplyToken(String replyToken, Instant expiresAt) {}

    /** @param answerId the sender's own id of the answer, such as a ticket's number; said again with it, it is one */
    record AnswerRequest(
            @NotNull ReplyOutcome outcome,
            @NotNull @Text String answerId,

            @Size(max = LONGEST_TEXT)
            @Pattern(
                    regexp = "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$",
                    message = "Line breaks and tabs are the only control characters allowed.")
            @Nullable
            String text) {}

    record RecordedAnswer(
            UUID replyId,
            String reference,
            ReplyOutcome outcome,
            ReplyOutcome.Effect effect,
            boolean unproven,
            boolean personKnown,
            Instant receivedAt) {

        static RecordedAnswer of(Reply reply, AnsweredNotice shown) {
            return new RecordedAnswer(
                    reply.replyId(),
                    reply.reference(),
                    reply.outcome(),
                    reply.effect(),
                    reply.unproven(),
                    shown.isPersonKnown(reply),
                    reply.receivedAt());
        }
    }

    private final Visits visits;
    private final ShowNotices notices;
    private final ProveAddressee prove;
    private final AnswerNotice answer;

    ReplyApiController(Visits visits, ShowNotices notices, ProveAddressee prove, AnswerNotice answer) {
        this.visits = visits;
        this.notices = notices;
        this.prove = prove;
        this.answer = answer;
    }

    @Operation(
            operationId = "getAnswerableNotice",
            summary = "Show the notice of a reply token",
            description =
                    "Reference, role and deadline of the notice whose link has the token; with a token that was given for a code, the exact URLs that are open, too. Needs no API token.")
    @GetMapping
    @Refuses({"404 not-found", "410 link-expired", "429 too-many-requests"})
    ResponseEntity<AnswerableNotice> show(
            @Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token) {
        var access = opened(token);
        return kept(shown(access)
                .map(shown -> AnswerableNotice.of(shown, access))
                .orElseThrow(ReplyApiController::unknown));
    }

    @Operation(
            operationId = "requestReplyCode",
            summary = "Have a code sent to the notice's mailbox",
            description =
                    "Sends a code of eight digits, which counts for 15 minutes, to the mailbox that the notice went to. Needs no API token.")
    @PostMapping("/code")
    @Refuses({"404 not-found", "409 code-too-often", "410 link-expired", "429 too-many-requests", "503 code-not-now"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void code(@Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token) {
        switch (prove.sendCode(notice(token), NoticeLanguage.EN)) {
            case SENT -> {}
            case TOO_OFTEN -> throw new ReplyRefused(Why.CODE_TOO_OFTEN);
            case NOT_NOW -> throw new ReplyRefused(Why.CODE_NOT_NOW);
        }
    }

    @Operation(
            operationId = "exchangeReplyCode",
            summary = "Exchange the code for a reply token",
            description =
                    "Answers with a token that takes the place of the link's in the path for eight hours: it shows URLs, and what it answers counts as the addressee's. Needs no API token.")
    @PostMapping("/proof")
    @Refuses({"403 wrong-code", "404 not-found", "410 link-expired", "429 too-many-requests"})
    ResponseEntity<ReplyToken> proof(
            @Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token,
            @RequestBody @Valid CodeRequest said) {
        return switch (prove.prove(notice(token), said.code())) {
            case Proof.Given(var given, var until) -> kept(new ReplyToken(given, until));
            case Proof.Wrong _, Proof.NoCode _ -> throw new ReplyRefused(Why.WRONG_CODE);
        };
    }

    @Operation(
            operationId = "answerNotice",
            summary = "Answer a notice",
            description =
                    "Records an answer to the notice. With the link's token it is unproven and leads to a check, or to a person, at most; with one that was given for a code it is the addressee's. No answer ever says that anything was removed. The same answer_id and body again give the same answer. Needs no API token; the JSON Schema is at /provider-reply-v1.schema.json.")
    @PostMapping
    @Refuses({"404 not-found", "410 link-expired", "422 idempotency-key-reused", "429 too-many-requests"})
    ResponseEntity<RecordedAnswer> answer(
            @Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token,
            @RequestBody @Valid AnswerRequest said) {
        var access = opened(token);
        var shown = shown(access).orElseThrow(ReplyApiController::unknown);
        var recorded = answer.answer(access, said.answerId().strip(), said.outcome(), Reply.Channel.API, said.text());
        return kept(recorded.map(reply -> RecordedAnswer.of(reply, shown)).orElseThrow(ReplyApiController::unknown));
    }

    private Notice notice(String token) {
        return notices.locked(opened(token).noticeId())
                .orElseThrow(ReplyApiController::unknown)
                .notice();
    }

    private Optional<AnsweredNotice> shown(Opens access) {
        return access.proven() ? notices.open(access.noticeId()) : notices.locked(access.noticeId());
    }

    private Opens opened(String token) {
        return switch (visits.of(token, null)) {
            case Opens opens -> opens;
            case Expired _ -> throw new ReplyRefused(Why.LINK_EXPIRED);
            case Unknown _ -> throw unknown();
        };
    }

    private static NotFound unknown() {
        return new NotFound("notice");
    }

    private static <T> ResponseEntity<T> kept(T nowhere) {
        return ResponseEntity.ok().header("Referrer-Policy", "no-referrer").body(nowhere);
    }
}
