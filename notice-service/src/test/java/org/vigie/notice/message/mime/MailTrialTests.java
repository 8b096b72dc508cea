package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.message.NoticeExamples.baseline;
import static org.vigie.notice.message.NoticeExamples.facts;
import static org.vigie.notice.message.NoticeExamples.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;

/**
 * Writes every kind of notice, in each language and format, for {@code src/test/mail/trial.sh}, which sends them
 * through real mail software: one file each, signed with the key {@code dkim.pem} of the same directory.
 */
@EnabledIfSystemProperty(named = "mail.trial", matches = ".+")
class MailTrialTests {

    @Test
    void writesEveryNotice() throws IOException {
        var directory = Path.of(Objects.requireNonNull(System.getProperty("mail.trial")));
        var renderer = new MimeNoticeRenderer(
                Wordings.load(null), LegalBasis.load(), DkimSignature.with(directory.resolve("dkim.pem"), "trial"));
        for (var kind : NoticeKind.values()) {
            for (var language : NoticeLanguage.values()) {
                for (var format : new Format[] {Format.TEXT, Format.CSV, Format.XARF4}) {
                    var facts = kind == NoticeKind.TEST
                            ? facts(kind, language, format)
                            : facts(kind, language, format, item(1, "https://img.site.example/a/1.jpg", baseline(1)));
                    var name = "%s-%s-%s-%s.eml".formatted(kind, language, format, facts.returnAddress());
                    Files.write(directory.resolve(name), renderer.render(facts).bytes());
                }
            }
        }
        try (var files = Files.newDirectoryStream(directory, "*.eml")) {
            assertThat(files).hasSize(36);
        }
    }
}
