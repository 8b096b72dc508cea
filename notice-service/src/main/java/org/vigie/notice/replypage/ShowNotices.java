package org.vigie.notice.replypage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.Item;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.message.OnScreen.Part;
import org.vigie.notice.message.ScreenReader;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.reply.RecordReply;
import org.vigie.notice.replypage.AnsweredNotice.Located;
import org.vigie.support.audit.Audit;

/** Shows addressees their notices. */
@Service
public class ShowNotices {

    /** So many of the latest notices to a mailbox are looked through for what is open. */
    private static final int LATEST = 500;

    private static final String XARF = "application/json";

    private final Notices notices;
    private final ListCases cases;
    private final RecordReply replies;
    private final SendingRules rules;
    private final ScreenReader reader;
    private final Audit audit;

    ShowNotices(
            Notices notices,
            ListCases cases,
            RecordReply replies,
            SendingRules rules,
            ScreenReader reader,
            Audit audit) {
        this.notices = notices;
        this.cases = cases;
        this.replies = replies;
        this.rules = rules;
        this.reader = reader;
        this.audit = audit;
    }

    /** Without any URL; empty if there is no such notice, or nobody can have got it. */
    public Optional<AnsweredNotice> locked(UUID noticeId) {
        return arrived(noticeId).map(notice -> new AnsweredNotice(notice, deadline(notice), List.of(), List.of()));
    }

    /** For whoever proved to be the addressee; empty as above. */
    public Optional<AnsweredNotice> open(UUID noticeId) {
        return toTheAddressee(noticeId).map(this::whole);
    }

    /** Notices to the same mailbox with a URL that is open, the latest first; empty if there is no such notice. */
    public List<AnsweredNotice> openWith(UUID noticeId) {
        return toTheAddressee(noticeId).stream()
                .flatMap(this::toTheSame)
                .filter(notice -> deadline(notice) != null)
                .map(this::whole)
                .filter(one -> one.places().stream().anyMatch(Located::isOpen))
                .toList();
    }

    /** The XARF reports of the same notices, each as it was sent. */
    public List<String> xarfOpenWith(UUID noticeId) {
        return openWith(noticeId).stream()
                .flatMap(one -> reports(one.notice()))
                .distinct()
                .toList();
    }

    /** When the message of that reference was sent; empty if we sent none of that name. */
    public Optional<Instant> sentAt(String number, int sequence) {
        return replies.idOf(number, sequence).flatMap(this::arrived).map(Notice::createdAt);
    }

    private Stream<Notice> toTheSame(Notice notice) {
        return notices.toContact(notice.contactId(), LATEST).stream()
                .filter(other -> other.state().mayHaveArrived())
                .filter(other ->
                        other.letter().recipient().equals(notice.letter().recipient()));
    }

    private Stream<String> reports(Notice notice) {
        return reader.exact(notice.letter().message().getBytes(StandardCharsets.ISO_8859_1)).parts().stream()
                .filter(part -> part.contentType().startsWith(XARF))
                .map(Part::text);
    }

    /** That exact URLs are shown is recorded before. */
    private Optional<Notice> toTheAddressee(UUID noticeId) {
        var notice = arrived(noticeId);
        notice.ifPresent(one -> audit.add(
                "the addressee",
                "exact URLs shown",
                Map.of(
                        "notice", noticeId.toString(),
                        "provider", one.addressee().providerId().toString())));
        return notice;
    }

    private Optional<Notice> arrived(UUID noticeId) {
        return notices.find(noticeId).filter(notice -> notice.state().mayHaveArrived());
    }

    private AnsweredNotice whole(Notice notice) {
        var ids = notice.items().stream().map(Item::caseId).distinct().toList();
        var places = cases.these(ids).stream()
                .map(known -> new Located(known.evidence().place().url(), isOpen(known, notice), named(known, notice)))
                .toList();
        var answered = replies.to(notice.noticeId()).orElseThrow().stream()
                .filter(ShowNotices::cameThisWay)
                .toList();
        return new AnsweredNotice(notice, deadline(notice), places, answered);
    }

    private static List<ContentUnit> named(RemovalCase known, Notice notice) {
        return known.evidence()
                .called(notice.items().stream()
                        .filter(item -> item.caseId().equals(known.caseId()))
                        .flatMap(item -> item.contents().stream())
                        .toList());
    }

    private static boolean isOpen(RemovalCase known, Notice notice) {
        return known.outcome().targetings().stream()
                .anyMatch(targeting -> targeting.isOpen()
                        && targeting.providerId().equals(notice.addressee().providerId()));
    }

    private static boolean cameThisWay(Reply reply) {
        return reply.channel() == Reply.Channel.REPLY_PAGE || reply.channel() == Reply.Channel.API;
    }

    private @Nullable Instant deadline(Notice notice) {
        return notice.kind().asksForRemoval() ? notice.createdAt().plus(rules.deadline()) : null;
    }
}
