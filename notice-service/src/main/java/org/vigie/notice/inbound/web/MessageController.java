package org.vigie.notice.inbound.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.inbound.ListMessages;
import org.vigie.notice.inbound.Message;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Paging;
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

    private final ListMessages listMessages;

    MessageController(ListMessages listMessages) {
        this.listMessages = listMessages;
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
}
