package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.message.NoticeExamples.baseline;
import static org.vigie.notice.message.NoticeExamples.facts;
import static org.vigie.notice.message.NoticeExamples.item;
import static org.vigie.notice.message.NoticeExamples.to;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NamedContent;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;
import tools.jackson.databind.json.JsonMapper;

/** What a notice says to whom. */
class NoticeWordsTests {

    private static final String URL = "https://img.site.example/a/1.jpg";

    private final MimeNoticeRenderer renderer = new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null);

    @ParameterizedTest
    @CsvSource({"EN, Block the hashes", "FR, bloquez les empreintes"})
    void hashesAreToBeBlockedOnlyWhereThereAreSome(NoticeLanguage language, String words) {
        var none = new NamedContent(
                baseline(1).contentId(),
                baseline(1).kind(),
                baseline(1).category(),
                baseline(1).maturation(),
                baseline(1).act(),
                baseline(1).detectionMethod(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(text(facts(NoticeKind.FIRST, language, Format.TEXT, item(1, URL, baseline(1)))))
                .contains(words);
        assertThat(text(facts(NoticeKind.FIRST, language, Format.TEXT, item(1, URL, none))))
                .doesNotContain(words);
    }

    @ParameterizedTest
    @CsvSource({
        "HOST, true",
        "CONTENT_ADMIN, true",
        "CDN, true",
        "UPSTREAM, false",
        "REGISTRAR, false",
        "REGISTRY, false"
    })
    void hashesAreToBeBlockedOnlyByWhoSeesFiles(Role role, boolean asked) {
        var first = facts(NoticeKind.FIRST, NoticeLanguage.EN, Format.TEXT, item(1, URL, baseline(1)));

        assertThat(text(to(first, "abuse@provider.example", role, "UNKNOWN", null))
                        .contains("Block the hashes"))
                .isEqualTo(asked);
    }

    /** What stands under "Please do not" and begins with "Pass" is read as its opposite. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void allUnderPleaseDoNotBeginsWithDoNot(Role role) {
        var first = facts(NoticeKind.FIRST, NoticeLanguage.EN, Format.TEXT, item(1, URL, baseline(1)));
        var said = text(to(first, "abuse@provider.example", role, "UNKNOWN", null));

        assertThat(said.substring(said.indexOf("PLEASE DO NOT"), said.indexOf("WHY WE WRITE"))
                        .lines()
                        .filter(line -> line.startsWith("- ")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("- Do not "));
    }

    @ParameterizedTest
    @CsvSource({
        "EN, 2026-01-03T21:05:00Z, last seen online by us 2026-01-03 21:05 UTC",
        "EN, 2026-01-05T09:00:00Z, last verified online 2026-01-05 09:00 UTC",
        "FR, 2026-01-03T21:05:00Z, pour la dernière fois le 2026-01-03 21:05 UTC",
        "FR, 2026-01-05T09:00:00Z, encore en ligne le 2026-01-05 09:00 UTC"
    })
    void whatWasNotLookedAtForADayIsNotSaidToBeOnline(NoticeLanguage language, Instant lookedAt, String words) {
        var one = item(1, URL, baseline(1));
        var looked = new NoticeItem(
                one.caseId(),
                one.url(),
                one.locator(),
                one.host(),
                null,
                one.contents(),
                Instant.parse("2026-01-01T09:00:00Z"),
                lookedAt,
                null,
                true);
        var said = text(facts(NoticeKind.REMINDER, language, Format.TEXT, looked));

        assertThat(said.replaceAll("\\s+", " ")).contains(words);
        if (lookedAt.isBefore(Instant.parse("2026-01-04T10:00:00Z"))) {
            assertThat(said).doesNotContain("verified online", "encore en ligne");
        }
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void aFormsTextIsWrittenForAForm(NoticeKind kind) {
        for (var language : NoticeLanguage.values()) {
            var mail = kind == NoticeKind.TEST
                    ? facts(kind, language, Format.TEXT)
                    : facts(kind, language, Format.TEXT, item(1, URL, baseline(1)));
            var said = text(to(mail, "https://provider.example/abuse", Role.HOST, "UNKNOWN", null));

            assertThat(said)
                    .doesNotContain(
                            "attached", "joint", "this message", "ce message", "subject", "l'objet", "[.]", "hxxp")
                    .contains("notices@hotline.example", "RN-2026-00000042/");
            if (kind != NoticeKind.TEST) {
                assertThat(said).contains(URL);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "EN, UPSTREAM, Small Host, your customer Small Host. Pass this notice on to it",
                "EN, UPSTREAM, -, The host is a customer of your network",
                "EN, CDN, Small Host, lies with Small Host",
                "EN, CDN, -, Pass this notice on to that host",
                "FR, UPSTREAM, Small Host, votre client Small Host. Transmettez-lui cette notification",
                "FR, UPSTREAM, -, un client de votre réseau",
                "FR, CDN, Small Host, se trouve chez Small Host",
                "FR, CDN, -, Transmettez cette notification à cet hébergeur",
            })
    void whoOnlyCarriesItIsAskedToPassItOnToTheHost(
            NoticeLanguage language, Role role, @Nullable String host, String words) {
        var first = facts(NoticeKind.FIRST, language, Format.XARF4, item(1, URL, baseline(1)));
        var said =
                text(to(first, "abuse@provider.example", role, "UNKNOWN", host)).replaceAll("\\s+", " ");

        assertThat(said).contains(words).doesNotContain("your customer.", "à votre client.");
        assertThat(text(first)).doesNotContain(words);
    }

    @ParameterizedTest
    @CsvSource({"EN, removal requested. , No image is attached.", "FR, retrait demandé., Aucune image n'est jointe."})
    void aXarfReportDescribesItselfInTheNoticesLanguage(NoticeLanguage language, String asks, String says) {
        var bytes = renderer.render(facts(NoticeKind.FIRST, language, Format.XARF4, item(1, URL, baseline(1))))
                .bytes();
        var report = new JsonMapper()
                .readTree(ReadMail.of(bytes).ofType("application/json").getFirst());

        assertThat(report.get("description").asString()).contains(asks.strip(), says);
    }

    @Test
    void aTestIsPlainTextAndAnswersToFromArriveWhereRepliesDo() {
        var mail = ReadMail.of(renderer.render(facts(NoticeKind.TEST, NoticeLanguage.EN, Format.TEXT))
                        .bytes())
                .message();

        assertThat(mail.isMultipart()).isFalse();
        assertThat(mail.getMimeType()).isEqualTo("text/plain");
        assertThat(mail.getFrom().getFirst().getAddress()).isEqualTo("notices@hotline.example");
        assertThat(mail.getReplyTo().toString()).contains("notices+k7d2m9q4x1@hotline.example");
    }

    @Test
    void namesThePageThatSaysWhoTheSenderIs() {
        var first = facts(NoticeKind.FIRST, NoticeLanguage.EN, Format.TEXT, item(1, URL, baseline(1)));
        var page = "https://hotline.example/contact";
        var known = new NoticeFacts(
                first.reference(),
                first.kind(),
                first.language(),
                first.recipient(),
                first.sender().with(page),
                first.replyToken(),
                first.replyLink(),
                first.createdAt(),
                first.deadline(),
                first.earlier(),
                first.items());

        assertThat(text(known))
                .contains(page, "from the domain hotline.example")
                .doesNotContain("look us up");
        assertThat(text(first)).contains("look us up");
    }

    @Test
    void everyCellOfTheTableIsQuoted() {
        var url = "https://img.site.example/a/x1;=1+1;x";
        var table = ReadMail.of(renderer.render(
                                facts(NoticeKind.FIRST, NoticeLanguage.EN, Format.CSV, item(1, url, baseline(1))))
                        .bytes())
                .ofType("text/csv")
                .getFirst();

        assertThat(table.lines())
                .hasSize(2)
                .allMatch(line -> line.matches("(?:\"(?:[^\"]|\"\")*\",)*\"(?:[^\"]|\"\")*\""));
        assertThat(table).contains("\"" + url + "\"");
    }

    /** The notice that named it may have named sixty. */
    @ParameterizedTest
    @CsvSource({"EN, of any other URL still holds", "FR, de toute autre URL reste valable"})
    void aRetractionTakesNothingBackThatANoticeSaidOfOtherUrls(NoticeLanguage language, String words) {
        var said = text(facts(NoticeKind.RETRACTION, language, Format.TEXT, item(1, URL, baseline(1))));

        assertThat(said.replaceAll("\\s+", " "))
                .contains(words)
                .doesNotContain("had not been sent", "non avenue", "Taken back", "Notifications retirées");
    }

    private String text(NoticeFacts facts) {
        return ReadMail.of(renderer.render(facts).bytes()).text();
    }
}
