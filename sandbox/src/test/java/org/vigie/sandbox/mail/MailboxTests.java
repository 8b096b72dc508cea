package org.vigie.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTests {

    private static final Instant NOON = Instant.parse("2026-01-06T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void keepsWhatItTookOverARestart() throws IOException {
        var file = directory.resolve("a.mails");
        new Mailbox(file).append(NOON, mail("plain http://a.test:8480/view/0123456789ab"));

        var mails = new Mailbox(file).mails();

        assertThat(mails)
                .containsExactly(new Mail(
                        NOON,
                        "<1@x.test>",
                        "RN-2026-00000001/1",
                        "[RN-2026-00000001]",
                        "",
                        "",
                        null,
                        null,
                        Set.of("0123456789ab")));
    }

    @Test
    void dropsWhatACrashCutShortAndGoesOnAfterIt() throws IOException {
        var file = directory.resolve("a.mails");
        new Mailbox(file).append(NOON, mail("first"));
        var whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 5), StandardOpenOption.APPEND);

        var reopened = new Mailbox(file);
        reopened.append(NOON, mail("second"));

        assertThat(new Mailbox(file).mails()).hasSize(2);
    }

    @Test
    void countsAMailThatCameAgainOnce() throws IOException {
        var boxes = new Mailboxes(directory, List.of("a@x.test"), Set.of());
        var mail = mail("plain http://a.test:8480/view/0123456789ab");
        boxes.deliver(List.of("a@x.test"), NOON, mail);
        boxes.deliver(List.of("a@x.test"), NOON.plusSeconds(60), mail);

        assertThat(boxes.naming("0123456789ab")).isEqualTo(Map.of("a@x.test", List.of(NOON)));
        assertThat(boxes.all().get("a@x.test")).hasSize(2);
    }

    @Test
    void findsPagesInEncodedAttachments() throws IOException {
        var attachment = Base64.getMimeEncoder()
                .encodeToString("{\"url\":\"http://a.test/view/aaaaaaaaaaaa\"}".getBytes(StandardCharsets.UTF_8));
        var bytes = """
                Message-ID: <2@x.test>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                hxxp://a[.]test/view/bbbbbb=
                bbbbbb
                --b
                Content-Type: application/json
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(attachment).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);

        assertThat(MailReader.read(NOON, bytes).labels()).containsExactlyInAnyOrder("aaaaaaaaaaaa", "bbbbbbbbbbbb");
    }

    private static byte[] mail(String text) {
        return """
                Message-ID: <1@x.test>
                X-Notice-Ref: RN-2026-00000001/1
                Subject: [RN-2026-00000001]

                %s
                """.formatted(text).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
