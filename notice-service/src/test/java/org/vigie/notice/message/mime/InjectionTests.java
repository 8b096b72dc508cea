package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.message.NoticeExamples.CREATED;
import static org.vigie.notice.message.NoticeExamples.SENDER;
import static org.vigie.notice.message.NoticeExamples.baseline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Locator;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NamedContent;
import org.vigie.notice.message.NamedContent.Classification;
import org.vigie.notice.message.NoticeExamples;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.message.Recipient;
import org.vigie.notice.message.Sender;
import org.vigie.notice.message.UnsafeNotice;

/** Line breaks of every kind, in every field that somebody outside can fill, forge nothing. */
public class InjectionTests {

    private static final MimeNoticeRenderer RENDERER =
            new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null);
    /** Every header that a notice may have. */
    public static final List<String> HEADERS = List.of(
            "Date",
            "From",
            "Reply-To",
            "To",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Language",
            "X-Notice-Ref");

    private static final Map<String, Function<String, NoticeFacts>> FIELDS = Map.ofEntries(
            Map.entry("number", v -> with(new NoticeReference(v, 1), recipient("Provider"), SENDER, "t1", item())),
            Map.entry("token", v -> with(reference(), recipient("Provider"), SENDER, v, item())),
            Map.entry(
                    "recipient",
                    v -> with(
                            reference(),
                            new Recipient(v, Format.CSV, "P", Role.HOST, "X", false, "FR"),
                            SENDER,
                            "t1",
                            item())),
            Map.entry("provider", v -> with(reference(), recipient(v), SENDER, "t1", item())),
            Map.entry(
                    "evidence",
                    v -> with(
                            reference(),
                            new Recipient("a@p.example", Format.CSV, "P", Role.HOST, v, false, "FR"),
                            SENDER,
                            "t1",
                            item())),
            Map.entry(
                    "country",
                    v -> with(
                            reference(),
                            new Recipient("a@p.example", Format.CSV, "P", Role.HOST, "X", false, v),
                            SENDER,
                            "t1",
                            item())),
            Map.entry(
                    "organisation",
                    v -> with(
                            reference(),
                            recipient("P"),
                            new Sender(v, "n@s.example", Sender.Capacity.HOTLINE),
                            "t1",
                            item())),
            Map.entry(
                    "sender",
                    v -> with(reference(), recipient("P"), new Sender("S", v, Sender.Capacity.HOTLINE), "t1", item())),
            Map.entry(
                    "written sender",
                    v -> with(
                            reference(),
                            recipient("P"),
                            Sender.parse(v + " <n@s.example>", Sender.Capacity.HOTLINE),
                            "t1",
                            item())),
            Map.entry("url", v -> with(reference(), recipient("P"), SENDER, "t1", item(v, "h.example", baseline(1)))),
            Map.entry(
                    "path",
                    v -> with(
                            reference(),
                            recipient("P"),
                            SENDER,
                            "t1",
                            item("https://h.example/" + v, "h.example", baseline(1)))),
            Map.entry(
                    "host",
                    v -> with(reference(), recipient("P"), SENDER, "t1", item("https://h.example/", v, baseline(1)))),
            Map.entry("scheme", v -> classified(new Classification(v, "baseline", "O", 1))),
            Map.entry("label", v -> classified(new Classification("s", v, "O", 1))),
            Map.entry("assessor", v -> classified(new Classification("s", "baseline", v, 1))),
            Map.entry("sha256", v -> hashed(v, null, null)),
            Map.entry("sha1", v -> hashed(null, v, null)),
            Map.entry("md5", v -> hashed(null, null, v)));

    /** Every payload in every field, where it was not refused. */
    public static List<byte[]> hostileMessages() {
        return fields().flatMap(field -> payloads().stream().flatMap(payload -> rendered(field, payload).stream()))
                .toList();
    }

    /** A notice of each kind in each language. */
    public static List<byte[]> intendedMessages() {
        return ApprovedNoticesTests.notices()
                .map(arguments -> RENDERER.render(
                                (NoticeFacts) Objects.requireNonNull(arguments.get()[1]))
                        .bytes())
                .toList();
    }

    static Stream<String> fields() {
        return FIELDS.keySet().stream().sorted();
    }

    @Test
    void triesAtLeastTwoHundredPayloads() {
        assertThat(payloads()).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void forgesNothing(String field) {
        for (var payload : payloads()) {
            rendered(field, payload).ifPresent(InjectionTests::assertUnforged);
        }
    }

    private static Optional<byte[]> rendered(String field, String payload) {
        try {
            return Optional.of(
                    RENDERER.render(Objects.requireNonNull(FIELDS.get(field)).apply(payload))
                            .bytes());
        } catch (UnsafeNotice | IllegalArgumentException refused) {
            assertThat(refused.getMessage()).doesNotContain("evil");
            return Optional.empty();
        }
    }

    private static void assertUnforged(byte[] bytes) {
        var raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw.chars().allMatch(c -> c < 127)).isTrue();
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(raw.lines()).noneMatch(line -> line.equals(".") || line.length() > 998);
        assertThat(raw.lines().takeWhile(line -> !line.isEmpty()))
                .as("decoded in quotes by Python's mail library")
                .noneMatch(line -> line.contains("\"=?"));
        var read = ReadMail.of(bytes);
        assertThat(read.headers()).containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(read.message().getTo().flatten()).hasSize(1);
        assertThat(read.message().getFrom()).hasSize(1);
        assertThat(read.message().getReplyTo().flatten()).hasSize(1);
        assertThat(read.message().getCc()).isNull();
        assertThat(read.message().getBcc()).isNull();
        assertThat(read.parts()).hasSizeLessThanOrEqualTo(3);
        var boundary = "--" + read.boundary();
        assertThat(raw.lines().filter(line -> line.startsWith(boundary)))
                .hasSize(read.parts().size() + 1);
        assertThat(read.ofType("text/csv"))
                .allSatisfy(csv -> assertThat(csv.lines()).noneMatch(line -> line.matches(".*(^|,)\"?[=+@].*")));
    }

    private static List<String> payloads() {
        var breaks = List.of(
                "\r\n",
                "\n",
                "\r",
                "\r\n\r\n",
                "\n\n",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u000b",
                "\u000c",
                "\u0000",
                "\u001e",
                "\u560a",
                "\u560d\u560a",
                "\u202e",
                "\u200b",
                "%0d%0a",
                "%0A",
                "=0D=0A",
                "\\r\\n",
                "&#13;&#10;",
                "\t\r\n ",
                "\ud800",
                "\u007f",
                "\u009b");
        var tails = List.of(
                "Bcc: evil@evil.example",
                "Subject: evil",
                "\r\n.\r\nMAIL FROM:<evil@evil.example>",
                "--=_RN-2026-00000042_1\r\nContent-Type: image/jpeg\r\n\r\nevil",
                "=?utf-8?q?=0D=0ABcc:_evil@evil.example?=",
                ",evil@evil.example",
                "\" <evil@evil.example>, \"",
                "=cmd|' /C evil'!A0",
                "{{evil}} {{#items}}{{/items}} ${jndi:evil}");
        var payloads = new ArrayList<String>();
        for (var lineBreak : breaks) {
            for (var tail : tails) {
                payloads.add("x" + lineBreak + tail);
            }
        }
        payloads.addAll(tails);
        payloads.addAll(breaks);
        return payloads;
    }

    private static NoticeFacts classified(Classification classification) {
        return hashed(classification, "1".repeat(64), null, null);
    }

    private static NoticeFacts hashed(@Nullable String sha256, @Nullable String sha1, @Nullable String md5) {
        return hashed(new Classification("interpol", "baseline", "O", 1), sha256, sha1, md5);
    }

    private static NoticeFacts hashed(
            Classification classification, @Nullable String sha256, @Nullable String sha1, @Nullable String md5) {
        var content = new NamedContent(
                new UUID(1, 2),
                ContentKind.MEDIA,
                Category.CSAM,
                Maturation.PREPUBESCENT,
                Act.SEX_ACT,
                DetectionMethod.HASH_MATCH,
                CREATED,
                classification,
                sha256,
                sha1,
                md5,
                null,
                null);
        return with(reference(), recipient("P"), SENDER, "t1", item("https://h.example/", "h.example", content));
    }

    private static NoticeReference reference() {
        return new NoticeReference("RN-2026-00000042", 2);
    }

    private static Recipient recipient(String provider) {
        return new Recipient("abuse@provider.example", Format.CSV, provider, Role.HOST, "ADDRESS_RANGE", false, "FR");
    }

    private static NoticeItem item() {
        return item("https://h.example/x", "h.example", baseline(1));
    }

    private static NoticeItem item(String url, String host, NamedContent content) {
        return new NoticeItem(
                new UUID(1, 1), url, Locator.PAGE, host, null, List.of(content), CREATED, CREATED, null, true);
    }

    private static NoticeFacts with(
            NoticeReference reference, Recipient recipient, Sender sender, String token, NoticeItem item) {
        return new NoticeFacts(
                reference,
                NoticeKind.REMINDER,
                NoticeLanguage.FR,
                recipient,
                sender,
                token,
                null,
                CREATED,
                CREATED,
                List.of(NoticeExamples.sent(1, "t8bjjc")),
                List.of(item));
    }
}
