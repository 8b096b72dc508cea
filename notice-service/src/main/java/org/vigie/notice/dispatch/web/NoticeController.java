package org.vigie.notice.dispatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Role;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.dispatch.FindWaits;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.PreviewNotice;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.OnScreen;
import org.vigie.notice.message.ScreenReader;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Refuses;

/** What was sent and what would be, over HTTP; URLs are defanged. */
@RestController
@RequestMapping("/v1")
class NoticeController {

    /**
     * What would be sent for a case.
     *
     * @param noticeId absent while nothing is written
     * @param waitsFor absent if it is over or being sent
     * @param waitsUntil absent if only somebody else can say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreviewView(
            @Nullable UUID noticeId,
            @Nullable String waitsFor,
            @Nullable Instant waitsUntil,
            NoticeKind kind,
            UUID providerId,
            Role role,
            UUID contactId,
            List<UUID> caseIds,
            OnScreen message) {}

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record NoticeList(List<NoticeView> notices, @Nullable UUID next) {}

    private final Cases cases;
    private final Notices notices;
    private final PreviewNotice previews;
    private final FindWaits waits;
    private final ScreenReader screen;

    NoticeController(Cases cases, Notices notices, PreviewNotice previews, FindWaits waits, ScreenReader screen) {
        this.cases = cases;
        this.notices = notices;
        this.previews = previews;
        this.waits = waits;
        this.screen = screen;
    }

    /** What would be sent for the case as things stand; 404 if nothing can be said, 409 if to nobody. */
    @Operation(
            operationId = "previewNotice",
            summary = "Preview the next notice",
            description = "What would be sent for the case as things stand, and what it waits for. Nothing is sent.")
    @GetMapping("/cases/{caseId}/preview")
    @Refuses({"404 not-found", "409 no-contact"})
    PreviewView preview(@PathVariable UUID caseId) {
        var waitsFor = waits.of(caseId);
        return previews.of(caseId)
                .map(preview -> new PreviewView(
                        preview.noticeId(),
                        waitsFor.map(WaitsFor::code).orElse(null),
                        waitsFor.map(WaitsFor::until).orElse(null),
                        preview.header().kind(),
                        preview.header().addressee().providerId(),
                        preview.header().addressee().role(),
                        preview.header().contactId(),
                        preview.caseIds(),
                        shown(preview.letter())))
                .orElseThrow(() -> new NotFound("notice"));
    }

    /** Notices naming the case, the earliest first, without what they say. */
    @Operation(
            operationId = "listNotices",
            summary = "List the notices that name a case",
            description = "The earliest first, without what they say, page by page.")
    @GetMapping("/cases/{caseId}/notices")
    @Refuses("404 unknown-case")
    NoticeList naming(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var part = Paging.part(notices.naming(caseId), Notice::noticeId, cursor, limit);
        if (part.entries().isEmpty() && cases.find(caseId).isEmpty()) {
            throw new UnknownCase(caseId);
        }
        return new NoticeList(
                part.shown(notice -> NoticeView.of(notice, waits.of(notice).orElse(null), null)), part.next());
    }

    /** One notice, and just what was or will be sent. */
    @Operation(
            operationId = "getNotice",
            summary = "Get a notice",
            description = "One notice with just what was or will be sent; URLs are defanged.")
    @GetMapping("/notices/{noticeId}")
    @Refuses("404 not-found")
    NoticeView one(@PathVariable UUID noticeId) {
        return notices.find(noticeId)
                .map(notice -> NoticeView.of(notice, waits.of(notice).orElse(null), shown(notice.letter())))
                .orElseThrow(() -> new NotFound("notice"));
    }

    private OnScreen shown(Letter letter) {
        return screen.read(letter.message().getBytes(StandardCharsets.ISO_8859_1));
    }
}
