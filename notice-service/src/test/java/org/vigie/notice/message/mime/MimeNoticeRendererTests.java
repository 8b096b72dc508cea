package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.notice.message.NoticeExamples.archive;
import static org.vigie.notice.message.NoticeExamples.baseline;
import static org.vigie.notice.message.NoticeExamples.facts;
import static org.vigie.notice.message.NoticeExamples.item;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.message.Recipient;

class MimeNoticeRendererTests {

    private static final String URL = "https://img.site.example/a/1.jpg?x=%C3%A9";
    private static final MimeNoticeRenderer RENDERER =
            new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null);

    @Test
    void givesTheSameBytesForTheSameFactsOnAnyMachine() {
        var facts = facts(NoticeKind.FIRST, NoticeLanguage.FR, Format.CSV, item(1, URL, baseline(1), archive(2)));
        var here = RENDERER.render(facts);
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            Locale.setDefault(Locale.of("tr", "TR"));
            var there = new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null).render(facts);

            assertThat(there.bytes()).isEqualTo(here.bytes());
            assertThat(there.xarfReportIds())
                    .isEqualTo(here.xarfReportIds())
                    .hasSize(1)
                    .allSatisfy(id -> {
                        assertThat(id.version()).isEqualTo(4);
                        assertThat(id.variant()).isEqualTo(2);
                    });
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void takesNothingFromOneNoticeIntoTheNext() {
        var several = new ArrayList<NoticeFacts>();
        for (var kind : EnumSet.complementOf(EnumSet.of(NoticeKind.TEST))) {
            for (var language : NoticeLanguage.values()) {
                for (var format : Format.values()) {
                    several.add(facts(kind, language, format, item(several.size(), URL + several.size(), archive(2))));
                }
            }
        }
        var alone = several.stream()
                .map(facts -> new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null).render(facts))
                .toList();

        var turns = IntStream.range(0, several.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(turns, new Random(20260105));
        for (int turn : turns) {
            assertThat(RENDERER.render(several.get(turn)).bytes())
                    .as("%s", several.get(turn).kind())
                    .isEqualTo(alone.get(turn).bytes());
        }
    }

    @Test
    void writesExactUrlsOnlyIntoAttachments() {
        var mail = ReadMail.of(
                RENDERER.render(facts(NoticeKind.FIRST, NoticeLanguage.EN, Format.CSV, item(1, URL, baseline(1))))
                        .bytes());

        assertThat(mail.text())
                .doesNotContain(URL, "img.site.example")
                .contains("hxxps://img[.]site[.]example/a/1.jpg");
        assertThat(mail.ofType("application/json")).singleElement().asString().contains(URL);
        assertThat(mail.ofType("text/csv")).singleElement().asString().contains(URL);
    }

    @ParameterizedTest
    @EnumSource
    void hasAPartForEveryExactUrlInEveryFormat(Format format) {
        var mail = ReadMail.of(RENDERER.render(facts(
                        NoticeKind.FIRST,
                        NoticeLanguage.EN,
                        format,
                        item(1, URL, baseline(1)),
                        item(2, URL + "2", archive(2))))
                .bytes());

        assertThat(mail.ofType("application/json")).hasSize(1);
        assertThat(mail.ofType("text/csv")).singleElement().asString().contains(URL, URL + "2");
    }

    @Test
    void keepsAVeryLongUrlWholeAndItsLinesShort() {
        var url = "https://img.site.example/" + "a".repeat(4000);

        var bytes = RENDERER.render(facts(NoticeKind.FIRST, NoticeLanguage.EN, Format.CSV, item(1, url, baseline(1))))
                .bytes();

        assertThat(new String(bytes, StandardCharsets.US_ASCII).lines()).allMatch(line -> line.length() <= 998);
        assertThat(ReadMail.of(bytes).ofType("text/csv"))
                .singleElement()
                .asString()
                .contains(url);
        assertThat(ReadMail.of(bytes).ofType("application/json"))
                .singleElement()
                .asString()
                .contains(url);
        assertThat(ReadMail.of(bytes).text()).contains("a".repeat(4000));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryRole(Role role) {
        var facts = facts(NoticeKind.FIRST, NoticeLanguage.FR, Format.TEXT, item(1, URL, baseline(1)));
        var recipient = new Recipient("a@p.example", Format.TEXT, "P", role, "NEW_CODE", false, null);
        var addressed = new NoticeFacts(
                facts.reference(),
                facts.kind(),
                facts.language(),
                recipient,
                facts.sender(),
                facts.replyToken(),
                facts.replyLink(),
                facts.createdAt(),
                facts.deadline(),
                facts.earlier(),
                facts.items());

        assertThat(ReadMail.of(RENDERER.render(addressed).bytes()).text()).contains("en tant qu");
    }

    /**
     * A back-up that is restored counts from an earlier number; a provider's mail program drops what it has already.
     */
    @Test
    void givesAReferenceThatIsUsedOnceMoreAMessageIdOfItsOwn() {
        var facts = facts(NoticeKind.REMINDER, NoticeLanguage.EN, Format.TEXT, item(1, URL, baseline(1)));
        var again = at(facts, facts.createdAt().plusSeconds(1));

        assertThat(again.reference()).isEqualTo(facts.reference());
        assertThat(RENDERER.render(again).messageId())
                .isNotEqualTo(RENDERER.render(facts).messageId());
        assertThat(RENDERER.render(at(facts, facts.createdAt())).messageId())
                .isEqualTo(RENDERER.render(facts).messageId());
    }

    private static NoticeFacts at(NoticeFacts facts, Instant createdAt) {
        return new NoticeFacts(
                facts.reference(),
                facts.kind(),
                facts.language(),
                facts.recipient(),
                facts.sender(),
                facts.replyToken(),
                facts.replyLink(),
                createdAt,
                facts.deadline(),
                facts.earlier(),
                facts.items());
    }

    @Test
    void readsAnOperatorsTemplateInsteadOfOurs(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("en"));
        Files.writeString(directory.resolve("en/test.txt"), "Hello {{provider}}");

        var renderer = new MimeNoticeRenderer(Wordings.load(directory), LegalBasis.load(), null);

        assertThat(ReadMail.of(renderer.render(facts(NoticeKind.TEST, NoticeLanguage.EN, Format.TEXT))
                                .bytes())
                        .text())
                .isEqualToIgnoringNewLines("Hello Example Hosting");
    }

    @Test
    void refusesABrokenTemplateAtTheStartWithItsLine(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("fr"));
        Files.writeString(directory.resolve("fr/request.txt"), "one\n{{#items}}\nthree");

        assertThatThrownBy(() -> Wordings.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fr/request.txt")
                .hasMessageContaining("line");
    }
}
