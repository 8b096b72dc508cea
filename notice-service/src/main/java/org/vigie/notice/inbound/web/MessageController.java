package org.vigie.notice.inbound.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.CorrectReading;
import org.vigie.notice.inbound.Fate;
import org.vigie.notice.inbound.ListMessages;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.inbound.Message;
import org.vigie.notice.inbound.Messages;
import org.vigie.notice.inbound.ReadOtherwise;
import org.vigie.notice.inbound.Reading;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** What came back to notices by mail, over HTTP. */
@RestController
class MessageController {

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record MessageList(List<MessageView> messages, @Nullable UUID next) {}

    /**
     * Part of all mail.
     *
     * @param next cursor of the next part, absent at the end
     */
    record AllMessages(List<MessageView> items, @Nullable UUID next) {}

    /**
     * What a person read in a message.
     *
     * @param noticeId absent if it answers none of ours
     * @param fate needed with DELIVERY_REPORT
     * @param outcome needed with ANSWER
     */
    record ReadingRequest(
            @Nullable UUID noticeId,
            @NotNull Meaning.Kind messageKind,
            @Nullable Fate fate,
            @Nullable ReplyOutcome outcome,
            @NotNull @Text String reason) {

        Meaning meaning() {
            return switch (messageKind) {
                case DELIVERY_REPORT -> new Meaning.DeliveryReport(needed(fate, "/fate"), List.of(), Confidence.HIGH);
                case COMPLAINT -> new Meaning.Complaint(Meaning.Complaint.About.ABUSE);
                case AUTOMATIC_REPLY -> new Meaning.AutomaticReply();
                case ANSWER -> new Meaning.Answer(needed(outcome, "/outcome"), Confidence.HIGH);
                case UNPARSED -> new Meaning.Unparsed();
            };
        }

        private static <T> T needed(@Nullable T given, String pointer) {
            if (given == null) {
                throw new InvalidField(pointer, "A value is required.");
            }
            return given;
        }
    }

    private final ListMessages listMessages;
    private final CorrectReading correctReading;
    private final Clock clock;

    MessageController(ListMessages listMessages, CorrectReading correctReading, Clock clock) {
        this.listMessages = listMessages;
        this.correctReading = correctReading;
        this.clock = clock;
    }

    @Operation(
            operationId = "listAllMessages",
            summary = "List all mail that came",
            description =
                    "Everything that came by mail, whether or not it answers a notice, the earliest received first, page by page. With waiting, what answers none of our notices and no person has read yet.")
    @GetMapping("/v1/messages")
    AllMessages all(
            @RequestParam(required = false) @Nullable Boolean waiting,
            @RequestParam(name = "message_kind", required = false) Meaning.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        var after = cursor == null ? null : listMessages.find(cursor).orElseThrow(Paging::notACursor);
        var found = listMessages.all(new Messages.Filter(waiting, kind), after, size);
        return new AllMessages(
                found.stream().map(MessageView::of).toList(),
                found.size() < size ? null : found.getLast().messageId());
    }

    @Operation(
            operationId = "correctReading",
            summary = "Say what a message is",
            description =
                    "A person says which notice a message answers and what it says; this counts instead of what was read in it, and what follows is done once, on the person's word. The same again changes nothing; something else is refused. No answer ever says that anything was removed.")
    @PostMapping("/v1/messages/{messageId}/reading")
    @Refuses({"404 not-found", "409 read-otherwise"})
    MessageView read(@PathVariable UUID messageId, Operator by, @RequestBody @Valid ReadingRequest said) {
        var reading = new Reading(
                said.noticeId(), said.meaning(), by.name(), said.reason().strip(), clock.instant());
        return correctReading
                .record(messageId, reading)
                .map(MessageView::of)
                .orElseThrow(() -> new NotFound("message"));
    }

    @Operation(
            operationId = "listMessages",
            summary = "List what came back to a notice by mail",
            description =
                    "Bounces, complaints, automatic replies and people's answers, with what was read in each and its text, the earliest received first, page by page. Attachments are counted and not kept.")
    @GetMapping("/v1/notices/{noticeId}/messages")
    @Refuses("404 not-found")
    MessageList messages(
            @PathVariable UUID noticeId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        return listMessages
                .to(noticeId)
                .map(known -> Paging.part(known, Message::messageId, cursor, size))
                .map(part -> new MessageList(part.shown(MessageView::of), part.next()))
                .orElseThrow(() -> new NotFound("notice"));
    }

    @ExceptionHandler
    ProblemDetail on(ReadOtherwise refused) {
        return Problems.of(
                HttpStatus.CONFLICT,
                "read-otherwise",
                "A person read the message otherwise before, and what follows from that was done.");
    }
}
