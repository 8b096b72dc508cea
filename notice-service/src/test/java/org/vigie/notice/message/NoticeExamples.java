package org.vigie.notice.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Locator;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.notice.message.NamedContent.Classification;

/** Facts for tests; every address and name is reserved for documentation. */
public final class NoticeExamples {

    public static final Sender SENDER =
            new Sender("Example Hotline", "notices@hotline.example", Sender.Capacity.HOTLINE);
    public static final Instant CREATED = Instant.parse("2026-01-05T10:00:12Z");

    private NoticeExamples() {}

    public static NoticeFacts facts(NoticeKind kind, NoticeLanguage language, Format format, NoticeItem... items) {
        var test = kind == NoticeKind.TEST;
        var first = kind == NoticeKind.FIRST || test;
        return new NoticeFacts(
                new NoticeReference("RN-2026-00000042", first ? 1 : 3),
                kind,
                language,
                recipient(format, language == NoticeLanguage.FR ? "FR" : "NL"),
                SENDER,
                "k7d2m9q4x1",
                null,
                CREATED,
                kind.asksForRemoval() ? Instant.parse("2026-01-06T10:00:00Z") : null,
                first ? List.of() : List.of(sent(1, "t8bjjc"), sent(2, "t8blmk")),
                List.of(items));
    }

    /** The same with a link to the reply page. */
    public static NoticeFacts withLink(NoticeFacts facts) {
        return new NoticeFacts(
                facts.reference(),
                facts.kind(),
                facts.language(),
                facts.recipient(),
                facts.sender(),
                facts.replyToken(),
                new ReplyLink(
                        "https://hotline.example/replies/" + "x".repeat(55), Instant.parse("2026-04-05T10:00:00Z")),
                facts.createdAt(),
                facts.deadline(),
                facts.earlier(),
                facts.items());
    }

    /** A message that was sent before under the examples' number. */
    public static SentNotice sent(int sequence, String second) {
        return new SentNotice(
                new NoticeReference("RN-2026-00000042", sequence),
                "<RN-2026-00000042.%d.%s@hotline.example>".formatted(sequence, second));
    }

    public static Recipient recipient(Format format, String country) {
        return new Recipient(
                "abuse@hosting.example", format, "Example Hosting", Role.HOST, "ADDRESS_RANGE", false, country);
    }

    /** The same, to somebody else in another role. */
    public static NoticeFacts to(NoticeFacts facts, String address, Role role, String evidence, @Nullable String host) {
        var was = facts.recipient();
        return new NoticeFacts(
                facts.reference(),
                facts.kind(),
                facts.language(),
                new Recipient(address, was.format(), was.providerName(), role, evidence, false, host, was.country()),
                facts.sender(),
                facts.replyToken(),
                facts.replyLink(),
                facts.createdAt(),
                facts.deadline(),
                facts.earlier(),
                facts.items());
    }

    public static NoticeItem item(int number, String url, NamedContent... contents) {
        return new NoticeItem(
                id(number),
                url,
                Locator.MEDIA,
                url.replaceFirst("^[a-z]+://", "").replaceFirst("[:/?#].*$", ""),
                null,
                List.of(contents),
                Instant.parse("2026-01-05T09:40:00Z"),
                Instant.parse("2026-01-05T09:58:30Z"),
                null,
                true);
    }

    /** The same, with where its host leads. */
    public static NoticeItem leadingTo(NoticeItem item, String... addresses) {
        return new NoticeItem(
                item.caseId(),
                item.url(),
                item.locator(),
                item.host(),
                new HostAddresses(List.of(addresses), Instant.parse("2026-01-05T09:57:00Z")),
                item.contents(),
                item.firstSeen(),
                item.lastVerifiedUp(),
                item.whyItStands(),
                item.verifiableByUs());
    }

    /** The same, disputed in vain. */
    public static NoticeItem standing(NoticeItem item, Ground ground, String reason) {
        return new NoticeItem(
                item.caseId(),
                item.url(),
                item.locator(),
                item.host(),
                item.leadsTo(),
                item.contents(),
                item.firstSeen(),
                item.lastVerifiedUp(),
                new WhyItStands(ground, reason, ground == Ground.AGE),
                item.verifiableByUs());
    }

    public static NamedContent baseline(int number) {
        return content(
                number,
                Category.CSAM,
                Maturation.PREPUBESCENT,
                Act.SEX_ACT,
                new Classification("interpol", "baseline", "Example Hotline", 2));
    }

    public static NamedContent content(
            int number, Category category, Maturation maturation, Act act, Classification classification) {
        var digit = Integer.toHexString(number % 16);
        return new NamedContent(
                id(100 + number),
                ContentKind.MEDIA,
                category,
                maturation,
                act,
                DetectionMethod.MANUAL_REVIEW,
                Instant.parse("2026-01-05T09:50:00Z"),
                classification,
                digit.repeat(64),
                digit.repeat(40),
                digit.repeat(32),
                null,
                null);
    }

    public static NamedContent archive(int number) {
        return new NamedContent(
                id(100 + number),
                ContentKind.ARCHIVE,
                Category.CSAM,
                Maturation.UNDETERMINED,
                Act.UNKNOWN,
                DetectionMethod.HASH_MATCH,
                Instant.parse("2026-01-05T09:50:00Z"),
                new Classification("iccam", null, "Example Hotline", 1),
                "e".repeat(64),
                null,
                null,
                12,
                40);
    }

    private static UUID id(int number) {
        return new UUID(0x0123_4567_89ab_5cdeL, 0x8000_0000_0000_0000L | number);
    }
}
