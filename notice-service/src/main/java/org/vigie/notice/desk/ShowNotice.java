package org.vigie.notice.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.dispatch.FindWaits;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.inbound.ListMessages;
import org.vigie.notice.inbound.Message;
import org.vigie.notice.message.OnScreen;
import org.vigie.notice.message.ScreenReader;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.reply.RecordReply;

/** A notice as it was sent, and what came back to it. */
@Service
public class ShowNotice {

    private final Notices notices;
    private final FindWaits waits;
    private final RecordReply replies;
    private final ListMessages messages;
    private final ScreenReader screen;

    ShowNotice(Notices notices, FindWaits waits, RecordReply replies, ListMessages messages, ScreenReader screen) {
        this.notices = notices;
        this.waits = waits;
        this.replies = replies;
        this.messages = messages;
        this.screen = screen;
    }

    /**
     * A notice with what it says, URLs defanged.
     *
     * @param waits empty if it is over or being sent
     * @param replies as they are recorded, the earliest received first
     * @param messages that came by mail, the earliest received first
     */
    public record Shown(
            Notice notice, OnScreen says, Optional<WaitsFor> waits, List<Reply> replies, List<Message> messages) {

        public Shown {
            replies = List.copyOf(replies);
            messages = List.copyOf(messages);
        }
    }

    /** Empty if there is no such notice. */
    public Optional<Shown> of(UUID noticeId) {
        return notices.find(noticeId)
                .map(notice -> new Shown(
                        notice,
                        screen.read(bytes(notice)),
                        waits.of(notice),
                        replies.to(noticeId).orElse(List.of()),
                        messages.to(noticeId).orElse(List.of())));
    }

    /** What was or will be sent. */
    static byte[] bytes(Notice notice) {
        return notice.letter().message().getBytes(StandardCharsets.ISO_8859_1);
    }
}
