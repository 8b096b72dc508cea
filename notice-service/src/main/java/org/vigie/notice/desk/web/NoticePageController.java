package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.desk.web.NoticeScreen.Moment;
import org.vigie.notice.dispatch.FillForm;
import org.vigie.notice.dispatch.FindOut;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.reply.NotSent;
import org.vigie.notice.reply.RecordReply;
import org.vigie.notice.reply.RecordReply.Said;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.web.NotFound;

/** A notice as it was sent, and what people find out about it: what a form, the relay or the provider answered. */
@RestController
@RequestMapping("/desk/notices/{noticeId}")
class NoticePageController {

    private static final int LONGEST_TEXT = 4000;

    /** What was found out of an uncertain notice. */
    private enum Found {
        ACCEPTED,
        LOST
    }

    private final NoticeScreen screen;
    private final DeskPages pages;
    private final NextTask next;
    private final FillForm fillForm;
    private final FindOut findOut;
    private final RecordReply recordReply;
    private final Clock clock;

    NoticePageController(
            NoticeScreen screen,
            DeskPages pages,
            NextTask next,
            FillForm fillForm,
            FindOut findOut,
            RecordReply recordReply,
            Clock clock) {
        this.screen = screen;
        this.pages = pages;
        this.next = next;
        this.fillForm = fillForm;
        this.findOut = findOut;
        this.recordReply = recordReply;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> show(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID noticeId,
            @RequestParam(required = false) @Nullable String said,
            @RequestParam(required = false) @Nullable String task,
            @RequestParam(required = false) @Nullable String kind) {
        return screen.show(
                visitor,
                noticeId,
                Moment.opened(
                        Words.of(org.vigie.notice.desk.web.Said.class, said).orElse(null), Errand.of(task, kind)));
    }

    /** What is to be typed into the provider's web form, exact, in this answer only. */
    @PostMapping("/form")
    ResponseEntity<String> form(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID noticeId,
            @RequestParam Map<String, String> fields) {
        return screen.showForm(visitor, noticeId, new Typed(fields));
    }

    @PostMapping("/submission")
    ResponseEntity<String> submitted(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID noticeId,
            @RequestParam Map<String, String> fields) {
        return recorded(visitor, noticeId, "submission", fields, typed -> {
            var outcome = typed.word("outcome", Submission.Outcome.class);
            var proof = new Signed(visitor.person(), typed.text("proof"), clock.instant());
            return fillForm.filledIn(noticeId, outcome, proof);
        });
    }

    @PostMapping("/finding")
    ResponseEntity<String> found(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID noticeId,
            @RequestParam Map<String, String> fields) {
        return recorded(visitor, noticeId, "finding", fields, typed -> {
            var accepted = typed.word("found", Found.class) == Found.ACCEPTED;
            var signed = new Signed(visitor.person(), typed.text("reason"), clock.instant());
            return findOut.say(noticeId, accepted, signed).orElseThrow(() -> new NotFound("notice"))
                    == FindOut.Found.SETTLED;
        });
    }

    @PostMapping("/reply")
    ResponseEntity<String> reply(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID noticeId,
            @RequestParam Map<String, String> fields) {
        return recorded(visitor, noticeId, "reply", fields, typed -> {
            var now = clock.instant();
            var received = typed.time("received_at").orElse(now);
            if (received.isAfter(now)) {
                throw Typed.refused("received_at", "past");
            }
            var said = new Said(
                    typed.text("key"),
                    typed.word("answer", ReplyOutcome.class),
                    typed.word("channel", Reply.Channel.class),
                    received,
                    visitor.person(),
                    false,
                    typed.raw("text").isBlank() ? null : typed.words("text", LONGEST_TEXT));
            if (recordReply.record(noticeId, said).isEmpty()) {
                throw new NotFound("notice");
            }
            return true;
        });
    }

    /** Reads the form and calls the use case. */
    private interface Recording {

        /** Whether the notice waited for it. */
        boolean make(Typed typed);
    }

    private ResponseEntity<String> recorded(
            Visitor visitor, UUID noticeId, String form, Map<String, String> fields, Recording recording) {
        var typed = new Typed(fields);
        try {
            return recording.make(typed)
                    ? next.after(visitor, typed, "/desk/notices/%s?said=recorded".formatted(noticeId))
                    : screen.show(visitor, noticeId, Moment.late(form, typed));
        } catch (InvalidField refused) {
            var field = refused.pointer().replaceFirst("^/", "");
            return screen.show(visitor, noticeId, Moment.unfit(form, typed, field, refused.getMessage()));
        } catch (NotFound _) {
            return pages.notFound(visitor);
        } catch (NotSent _) {
            return screen.show(visitor, noticeId, Moment.late(form, typed));
        }
    }
}
