package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
import org.vigie.notice.reply.RecordReply;
import org.vigie.support.validation.InvalidField;

/** Mail that came, as text, with what was read in it and what a person reads in it instead. */
@RestController
@RequestMapping("/desk/messages")
class MessagePageController {

    private static final int SHOWN = 50;
    private static final String FORM = "reading";
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)\\[?\\s*(RN-[0-9]{4}-[0-9]{8})[/.]([0-9]{1,9})\\s*]?");

    private final ListMessages messages;
    private final CorrectReading correct;
    private final RecordReply replies;
    private final DeskPages pages;
    private final NextTask next;
    private final Clock clock;

    MessagePageController(
            ListMessages messages,
            CorrectReading correct,
            RecordReply replies,
            DeskPages pages,
            NextTask next,
            Clock clock) {
        this.messages = messages;
        this.correct = correct;
        this.replies = replies;
        this.pages = pages;
        this.next = next;
        this.clock = clock;
    }

    /** Those that a person has to read, or with {@code all} every one. */
    @GetMapping
    ResponseEntity<String> list(
            @ModelAttribute(binding = false) Visitor visitor,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String said) {
        var begin = Words.id(after).flatMap(messages::find).orElse(null);
        var filter = new Messages.Filter(all == null ? true : null, null);
        var found = messages.all(filter, begin, SHOWN);
        var content = new HashMap<String, Object>();
        content.put("rows", found.stream().map(MessageRow::of).toList());
        content.put("all", all != null);
        if (found.size() == SHOWN) {
            content.put("next", found.getLast().messageId());
        }
        Words.of(Said.class, said).ifPresent(one -> content.put("said", one));
        return DeskAnswer.page(pages.filled("messages", visitor, content));
    }

    @GetMapping("/{messageId}")
    ResponseEntity<String> show(@ModelAttribute(binding = false) Visitor visitor, @PathVariable UUID messageId) {
        return page(visitor, messageId, HttpStatus.OK, Typed.NOTHING, null, null);
    }

    @PostMapping("/{messageId}/reading")
    ResponseEntity<String> read(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID messageId,
            @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        try {
            var reading =
                    new Reading(notice(typed), meaning(typed), visitor.person(), typed.text("reason"), clock.instant());
            return correct.record(messageId, reading)
                    .map(_ -> next.afterMail(visitor, typed, "/desk/messages?said=recorded"))
                    .orElseGet(() -> pages.notFound(visitor));
        } catch (ReadOtherwise _) {
            return page(visitor, messageId, HttpStatus.CONFLICT, typed, "message.otherwise", null);
        } catch (InvalidField refused) {
            // The use case says in English which notice it cannot be.
            var own = refused.getMessage().matches("[a-z]+");
            return page(
                    visitor,
                    messageId,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    typed,
                    own ? "refused." + refused.getMessage() : "message.unanswerable",
                    own ? refused.pointer().replaceFirst("^/", "") : "notice");
        }
    }

    private ResponseEntity<String> page(
            Visitor visitor,
            UUID messageId,
            HttpStatus status,
            Typed typed,
            @Nullable String refused,
            @Nullable String field) {
        return messages.find(messageId)
                .map(message -> DeskAnswer.page(
                        status, pages.filled("message", visitor, content(message, typed, refused, field))))
                .orElseGet(() -> pages.notFound(visitor));
    }

    private static Map<String, Object> content(
            Message message, Typed typed, @Nullable String refused, @Nullable String field) {
        var content = new HashMap<String, Object>();
        content.put("message", MessageRow.of(message));
        content.put("form", refused == null ? "" : FORM);
        content.put("typed", typed);
        Optional.ofNullable(refused).ifPresent(one -> content.put("refused", one));
        Optional.ofNullable(field).ifPresent(one -> content.put("field", one));
        return content;
    }

    /** Absent if it answers none of ours. */
    private @Nullable UUID notice(Typed typed) {
        var said = typed.optional("notice").orElse(null);
        if (said == null) {
            return null;
        }
        var matched = REFERENCE.matcher(said);
        if (!matched.matches()) {
            throw Typed.refused("notice", "reference");
        }
        return replies.idOf(matched.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(matched.group(2)))
                .orElseThrow(() -> Typed.refused("notice", "reference"));
    }

    private static Meaning meaning(Typed typed) {
        return switch (typed.word("message", Meaning.Kind.class)) {
            case DELIVERY_REPORT ->
                new Meaning.DeliveryReport(typed.word("fate", Fate.class), List.of(), Confidence.HIGH);
            case COMPLAINT -> new Meaning.Complaint(Meaning.Complaint.About.ABUSE);
            case AUTOMATIC_REPLY -> new Meaning.AutomaticReply();
            case ANSWER -> new Meaning.Answer(typed.word("answer", ReplyOutcome.class), Confidence.HIGH);
            case UNPARSED -> new Meaning.Unparsed();
        };
    }
}
