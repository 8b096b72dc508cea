package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.message.NoticeExamples.archive;
import static org.vigie.notice.message.NoticeExamples.baseline;
import static org.vigie.notice.message.NoticeExamples.content;
import static org.vigie.notice.message.NoticeExamples.facts;
import static org.vigie.notice.message.NoticeExamples.item;
import static org.vigie.notice.message.NoticeExamples.leadingTo;
import static org.vigie.notice.message.NoticeExamples.standing;
import static org.vigie.notice.message.NoticeExamples.to;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.notice.message.NamedContent.Classification;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.message.NoticeRenderer;

/** Every kind of notice in both languages as files that a person can read; -Dapprove=true writes them anew. */
class ApprovedNoticesTests {

    private static final Path APPROVED = Path.of("src/test/resources/approved/notice");
    private static final NoticeRenderer RENDERER = new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null);

    static Stream<Arguments> notices() {
        return Stream.of(NoticeLanguage.values())
                .flatMap(language -> Stream.of(
                        Arguments.of("first", facts(NoticeKind.FIRST, language, Format.XARF4, items())),
                        Arguments.of("first-csv", facts(NoticeKind.FIRST, language, Format.CSV, archiveItem())),
                        Arguments.of("harmful", facts(NoticeKind.FIRST, language, Format.TEXT, harmfulItem())),
                        Arguments.of("reminder", facts(NoticeKind.REMINDER, language, Format.XARF4, items())),
                        Arguments.of("escalation", facts(NoticeKind.ESCALATION, language, Format.XARF4, items())),
                        Arguments.of("staydown", facts(NoticeKind.STAYDOWN, language, Format.XARF4, items())),
                        Arguments.of("retraction", facts(NoticeKind.RETRACTION, language, Format.XARF4, items())),
                        Arguments.of("decision", facts(NoticeKind.DECISION, language, Format.XARF4, disputed())),
                        Arguments.of("test", facts(NoticeKind.TEST, language, Format.TEXT)),
                        Arguments.of("form", of(language, "https://hosting.example/abuse", Role.HOST, "AS_ORIGIN")),
                        Arguments.of("cdn", of(language, "abuse@hosting.example", Role.CDN, "ALIAS_SUFFIX")),
                        Arguments.of("upstream", of(language, "noc@hosting.example", Role.UPSTREAM, "ADDRESS_RANGE")),
                        Arguments.of(
                                "registrar",
                                of(language, "abuse@hosting.example", Role.REGISTRAR, "REGISTRAR_IANA_ID"))));
    }

    private static NoticeFacts of(NoticeLanguage language, String address, Role role, String evidence) {
        var page = item(5, "https://img.site.example/g#photo-5", baseline(5));
        var first = facts(
                NoticeKind.FIRST,
                language,
                Format.TEXT,
                role == Role.HOST || role == Role.UPSTREAM ? leadingTo(page, "198.51.100.7") : page);
        return to(first, address, role, evidence, role == Role.UPSTREAM ? "Small Host" : null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notices")
    void readsAsApproved(String name, NoticeFacts facts) throws IOException {
        var rendered = RENDERER.render(facts).bytes();

        var language = facts.language().code();
        compare(name + "." + language + ".txt", ReadMail.of(rendered).text());
        compare(name + "." + language + ".eml", new String(rendered, StandardCharsets.US_ASCII));
    }

    private static void compare(String file, String actual) throws IOException {
        var approved = APPROVED.resolve(file);
        var text = actual.replace("\r\n", "\n");
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, text);
        }
        assertThat(approved)
                .as("approved text; -Dtest.jvm=-Dapprove=true writes it")
                .exists();
        assertThat(text).isEqualTo(Files.readString(approved));
    }

    private static NoticeItem[] items() {
        return new NoticeItem[] {
            leadingTo(item(1, "https://img.site.example/a/1.jpg", baseline(1)), "198.51.100.7", "2001:db8::7"),
            leadingTo(
                    item(
                            2,
                            "https://img.site.example/b/2.jpg?size=full",
                            content(
                                    2,
                                    Category.CSAM,
                                    Maturation.POSTPUBESCENT,
                                    Act.EXHIBITION,
                                    new Classification(null, null, "Example Hotline", 1))),
                    "198.51.100.7",
                    "2001:db8::7")
        };
    }

    private static NoticeItem disputed() {
        return standing(
                item(1, "https://img.site.example/a/1.jpg", baseline(1)),
                Ground.AGE,
                "The stage of development is evident, and two assessors agree.\nA licence says nothing of age.");
    }

    private static NoticeItem archiveItem() {
        return item(3, "http://192.0.2.7/files/x.zip", archive(3));
    }

    private static NoticeItem harmfulItem() {
        return item(
                4,
                "https://forum.example/t/4",
                content(
                        4,
                        Category.HARMFUL_ABUSIVE,
                        Maturation.PREPUBESCENT,
                        Act.OTHER,
                        new Classification("ucs", null, "Example Hotline", 2)));
    }
}
