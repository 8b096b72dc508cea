package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.notice.message.NoticeExamples.baseline;
import static org.vigie.notice.message.NoticeExamples.facts;
import static org.vigie.notice.message.NoticeExamples.item;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;

/** Notices are signed for their sending domain; another implementation agrees. */
class DkimSignatureTests {

    private static KeyPair keys;

    @TempDir
    private static Path directory;

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        keys = pair(2048);
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void signsEveryKindOfNotice(NoticeKind kind) throws Exception {
        for (var language : NoticeLanguage.values()) {
            var signed = signed(notice(kind, language));

            assertThat(DkimVerifier.verify(signed, keys.getPublic())).isTrue();
            assertThat(DkimVerifier.verify(signed, pair(2048).getPublic())).isFalse();
        }
    }

    @Test
    void signsTheSameBytesTheSameAndLeavesThemAsTheyAre() throws IOException {
        var facts = notice(NoticeKind.FIRST, NoticeLanguage.FR);
        var plain = new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null)
                .render(facts)
                .bytes();

        assertThat(signed(facts)).isEqualTo(signed(facts)).endsWith(plain);
        assertThat(text(signed(facts)).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(998));
    }

    @Test
    void saysForWhomAndWhen() throws IOException {
        var header = text(signed(notice(NoticeKind.FIRST, NoticeLanguage.EN))).split("\r\n(?! )", 2)[0];

        var tags = DkimVerifier.tags(header.substring(header.indexOf(':') + 1));
        assertThat(tags)
                .containsEntry("s", "n2026")
                .containsEntry("a", "rsa-sha256")
                .containsKey("t");
        assertThat(tags.get("d"))
                .isEqualTo(notice(NoticeKind.FIRST, NoticeLanguage.EN).sender().domain());
        assertThat(tags.getOrDefault("h", "").split(":", -1))
                .contains("Subject", "To", "Reply-To", "Message-ID")
                .startsWith("From", "From");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: ", "From: ", "To: ", "Date: ", "Message-ID: ", "Reply-To: ", "X-Notice-Ref: "})
    void noticesAChangedHeader(String header) throws Exception {
        var changed = text(signed(notice(NoticeKind.FIRST, NoticeLanguage.EN)))
                .replaceFirst("\r\n" + header, "\r\n" + header + "x");

        assertThat(DkimVerifier.verify(changed.getBytes(StandardCharsets.ISO_8859_1), keys.getPublic()))
                .isFalse();
    }

    @Test
    void noticesASecondFromAndAChangedBody() throws Exception {
        var signed = text(signed(notice(NoticeKind.FIRST, NoticeLanguage.EN)));
        var second = signed.replaceFirst("\r\nFrom: ", "\r\nFrom: x@other.example\r\nFrom: ");
        var body = signed.substring(0, signed.length() - 4) + "x\r\n";

        for (var changed : Arrays.asList(second, body)) {
            assertThat(DkimVerifier.verify(changed.getBytes(StandardCharsets.ISO_8859_1), keys.getPublic()))
                    .isFalse();
        }
    }

    @Test
    void refusesAKeyThatIsTooShortOrNone() throws Exception {
        var shortKey = pem("short.pem", pair(1024));
        var none = Files.writeString(directory.resolve("none.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");

        assertThatThrownBy(() -> DkimSignature.with(shortKey, "s")).hasMessageContaining("2048");
        assertThatThrownBy(() -> DkimSignature.with(none, "s"))
                .hasMessageContaining("PKCS #8")
                .hasNoCause();
        assertThatThrownBy(() -> DkimSignature.with(directory.resolve("away"), "s"))
                .hasMessageContaining("VIGIE_DKIM_KEY");
        assertThatThrownBy(() -> new DkimSettings(shortKey, null)).hasMessageContaining("VIGIE_DKIM_SELECTOR");
        assertThatThrownBy(() -> new DkimSettings(shortKey, "a; d=other.example"))
                .hasMessageContaining("SELECTOR");
    }

    private static byte[] signed(NoticeFacts facts) throws IOException {
        var signature = DkimSignature.with(pem("key.pem", keys), "n2026");
        return new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), signature)
                .render(facts)
                .bytes();
    }

    private static NoticeFacts notice(NoticeKind kind, NoticeLanguage language) {
        return kind == NoticeKind.TEST
                ? facts(kind, language, Format.TEXT)
                : facts(kind, language, Format.CSV, item(1, "https://img.site.example/a/1.jpg", baseline(1)));
    }

    private static Path pem(String name, KeyPair pair) throws IOException {
        var base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return Files.writeString(
                directory.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    private static KeyPair pair(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1);
    }
}
