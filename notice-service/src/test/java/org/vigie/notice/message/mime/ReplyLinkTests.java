package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.message.NoticeExamples.baseline;
import static org.vigie.notice.message.NoticeExamples.facts;
import static org.vigie.notice.message.NoticeExamples.item;
import static org.vigie.notice.message.NoticeExamples.withLink;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;

/** The link to the reply page in notices. */
class ReplyLinkTests {

    private static final MimeNoticeRenderer RENDERER =
            new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null);

    @ParameterizedTest
    @EnumSource
    void standsWithItsEndInEveryKindOfNotice(NoticeKind kind) {
        for (var language : NoticeLanguage.values()) {
            var without = notice(kind, language);
            var with = withLink(without);
            var link = Objects.requireNonNull(with.replyLink());

            var mail = ReadMail.of(RENDERER.render(with).bytes());

            assertThat(mail.text()).contains(link.url(), "2026-04-05 10:00 UTC");
            assertThat(mail.ofType("application/json"))
                    .allSatisfy(xarf -> assertThat(xarf).contains("\"reply_url\" : \"" + link.url() + "\""));
            assertThat(ReadMail.of(RENDERER.render(without).bytes()).text()).doesNotContain("/replies/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isShownWithoutItsTokenToWhoReadsTheNoticeHere(NoticeKind kind) {
        for (var language : NoticeLanguage.values()) {
            var with = withLink(notice(kind, language));
            var link = Objects.requireNonNull(with.replyLink()).url();
            var token = link.substring(link.lastIndexOf('/') + 1);
            var sent = RENDERER.render(with).bytes();

            var shown = new MimeScreen().read(sent);

            assertThat(shown.headers()).noneMatch(header -> header.value().contains(token));
            assertThat(shown.parts()).noneMatch(part -> part.text().contains(token));
            assertThat(shown.parts().getFirst().text()).contains("hxxps://hotline[.]example/replies/[token]");
            assertThat(new MimeScreen().exact(sent).parts().getFirst().text()).contains(link);
        }
    }

    private static NoticeFacts notice(NoticeKind kind, NoticeLanguage language) {
        var items = kind == NoticeKind.TEST
                ? new NoticeItem[0]
                : new NoticeItem[] {item(1, "https://img.site.example/a", baseline(1))};
        return facts(kind, language, Format.XARF4, items);
    }
}
