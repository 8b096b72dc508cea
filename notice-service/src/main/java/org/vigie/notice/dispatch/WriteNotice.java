package org.vigie.notice.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.composition.WriteLetter;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.SentNotice;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.removal.Addressee;

/** Writes the message of a notice, which carries on from what the same provider was sent before. */
@Component
class WriteNotice {

    /** So many earlier notices are named in a request. */
    private static final int EARLIER = 20;

    private final Notices notices;
    private final WriteLetter letters;

    WriteNotice(Notices notices, WriteLetter letters) {
        this.notices = notices;
        this.letters = letters;
    }

    /**
     * The message as things stand now.
     *
     * @throws UnsafeNotice if nothing can be written to the contact, or the registry has it no more
     */
    Letter write(NoticeHeader header, List<NoticeItems.Current> parts) {
        return letters.write(
                header,
                parts,
                header.kind() == NoticeKind.DECISION
                        ? disputed(header.addressee(), parts)
                        : earlier(header.kind(), header.addressee(), parts));
    }

    /** What the addressee answered that it disputes, oldest first. */
    private List<SentNotice> disputed(Addressee addressee, List<NoticeItems.Current> parts) {
        var answered = parts.stream()
                .flatMap(part -> part.known().steering().ruling(addressee).stream())
                .map(ruling -> ruling.objection().noticeId());
        return sent(answered).toList();
    }

    /** What the same provider was sent before about the same content, oldest first. */
    private List<SentNotice> earlier(NoticeKind kind, Addressee addressee, List<NoticeItems.Current> parts) {
        var ofOtherCases = parts.stream()
                .map(part -> part.known().pending())
                .filter(Objects::nonNull)
                .flatMap(asked -> Objects.requireNonNullElse(asked.earlier(), List.<String>of()).stream())
                .sorted()
                .distinct()
                .flatMap(this::first);
        var ofTheSame = parts.stream()
                .flatMap(part -> part.known().pursuit().contacted().stream())
                .filter(rung -> rung.addressee().providerId().equals(addressee.providerId()))
                .flatMap(rung -> named(kind, rung.notices()));
        var all = Stream.concat(ofOtherCases, sent(ofTheSame)).distinct().toList();
        return kind == NoticeKind.RETRACTION ? all : SentNotice.firstAndLatest(all, EARLIER);
    }

    private Stream<SentNotice> sent(Stream<UUID> ids) {
        return ids.distinct()
                .flatMap(id -> notices.find(id).stream())
                .sorted(Comparator.comparing(Notice::createdAt)
                        .thenComparing(one -> one.reference().toString()))
                .map(WriteNotice::sent);
    }

    /** The first message under a number. */
    private Stream<SentNotice> first(String number) {
        return notices.findByReference(number).stream()
                .filter(notice -> notice.reference().sequence() == 1)
                .map(WriteNotice::sent);
    }

    private static SentNotice sent(Notice notice) {
        return new SentNotice(notice.reference(), notice.letter().messageId());
    }

    /** A retraction takes back every notice; any other carries on from the first and the latest ones. */
    private static Stream<UUID> named(NoticeKind kind, List<UUID> sent) {
        return kind == NoticeKind.RETRACTION || sent.size() <= 3
                ? sent.stream()
                : Stream.concat(Stream.of(sent.getFirst()), sent.subList(sent.size() - 2, sent.size()).stream());
    }
}
