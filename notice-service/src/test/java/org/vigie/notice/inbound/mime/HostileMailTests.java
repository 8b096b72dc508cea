package org.vigie.notice.inbound.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.inbound.Mail;
import org.vigie.notice.inbound.Mail.Limit;

/** What is sent to do harm ends at a limit, within a second and 64 MiB. */
class HostileMailTests {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final long MOST_MEMORY = 64L << 20;

    @Test
    void tenThousandPartsAreNotCountedToTheEnd() {
        var mail = new StringBuilder(multipart("mixed", "b"));
        for (int i = 0; i < 10_000; i++) {
            mail.append("--b\n\npart ").append(i).append('\n');
        }

        var read = read(mail.append("--b--\n").toString());

        assertThat(read.limit()).isEqualTo(Limit.PARTS);
        assertThat(read.headers().first("to")).hasValue("notices+token@hotline.example");
    }

    @Test
    void aThousandLevelsAreNotFollowed() {
        var mail = new StringBuilder("From: a@example.test\n");
        for (int i = 0; i < 1_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }

        assertThat(read(mail.append("\nend\n").toString()).limit()).isEqualTo(Limit.DEPTH);
    }

    @Test
    void aMessageInAMessageIsNotFollowed() {
        var mail = new StringBuilder("From: a@example.test\nSubject: outer\n");
        for (int i = 0; i < 1_000; i++) {
            mail.append("Content-Type: message/rfc822\n\nSubject: %d\n".formatted(i));
        }

        var read = read(mail.append("\nend\n").toString());

        assertThat(read.limit()).isNull();
        assertThat(read.returned().first("subject")).hasValue("0");
        assertThat(read.text()).isEmpty();
    }

    @Test
    void aHeaderOfTenMegabytesIsNotTaken() {
        assertThat(read("Subject: " + "a".repeat(10 << 20) + "\n\ntext\n").limit())
                .isIn(Limit.LINES, Limit.HEADERS);
        assertThat(read("Subject: " + "a\n ".repeat(100_000) + "\n\ntext\n").limit())
                .isEqualTo(Limit.HEADERS);
        assertThat(read("X: a\n".repeat(100_000) + "\ntext\n").limit()).isEqualTo(Limit.HEADERS);
    }

    @Test
    void aLineOfAMegabyteIsNotTaken() {
        assertThat(read("From: a@example.test\n\n" + "a".repeat(900_000)).limit())
                .isIn(null, Limit.LINES);
        assertThat(read(multipart("mixed", "b") + "--b\n\n" + "a".repeat(900_000) + "\n--b--\n")
                        .limit())
                .isIn(null, Limit.LINES);
    }

    @Test
    void whatIsTooLargeIsStillToldByItsHeader() {
        var read = read("To: notices+token@hotline.example\n\n" + "text\n".repeat(1 << 20));

        assertThat(read.limit()).isEqualTo(Limit.SIZE);
        assertThat(read.headers().first("to")).hasValue("notices+token@hotline.example");
        assertThat(read.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unknown", "utf-7", "UTF-16", "iso-2022-jp", "?*", "", "us-ascii", "utf-8"})
    void aCharsetThatIsNoneIsReadAsItCan(String charset) {
        var bytes =
                "From: a@example.test\r\nContent-Type: text/plain; charset=\"%s\"\r\n\r\nR\u00e9ponse \u00ff\u00fe\r\n"
                        .formatted(charset)
                        .getBytes(ISO_8859_1);

        assertThat(read(bytes).limit()).isNull();
    }

    @Test
    void attachmentsAreCountedAndNeverDecoded() {
        var archive = Base64.getMimeEncoder().encodeToString(new byte[50_000]);
        var read = read(multipart("mixed", "b") + """
                --b
                Content-Type: text/plain; charset=utf-8

                ACTIONED
                --b
                Content-Type: application/zip; name="a.zip"
                Content-Transfer-Encoding: base64

                %s
                --b
                Content-Type: application/xml

                <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>
                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename="words.txt"

                REFUSED
                --b--
                """.formatted(archive));

        assertThat(read.attachments()).isEqualTo(3);
        assertThat(read.media()).isFalse();
        assertThat(read.text().strip()).isEqualTo("ACTIONED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: image/png",
                "Content-Type: VIDEO/mp4",
                "Content-Type: application/octet-stream; name=\"holiday.JPEG\"",
                "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename*0=\"a.webp\""
            })
    void aPictureIsToldByItsHeaderAlone(String header) {
        var read = read(multipart("mixed", "b") + "--b\n" + header
                + "\nContent-Transfer-Encoding: base64\n\n!!! no base64 !!!\n--b--\n");

        assertThat(read.attachments()).isEqualTo(1);
        assertThat(read.media()).isTrue();
    }

    /** A seed of its own for each run is printed where it fails. */
    @Test
    void whateverIsMutatedIsRead() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var sample = (multipart("report; report-type=delivery-status", "b") + """
                --b
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                <a@example.test>: host said: 550 5.1.1 =E9 unknown
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.test

                Final-Recipient: rfc822; a@example.test
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: message/rfc822

                Subject: =?UTF-8?Q?a=C3=A9?= =?x?B?!!?=
                Message-ID: <RN-2026-00000001.1@hotline.example>

                text
                --b--
                """)
                .replace("\n", "\r\n")
                .getBytes(ISO_8859_1);
        for (int i = 0; i < 3_000; i++) {
            var mutated = sample.clone();
            for (int changes = random.nextInt(12); changes >= 0; changes--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                new MimeMailReader().read(mutated);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
    }

    private static String multipart(String subtype, String boundary) {
        return "From: a@example.test\nTo: notices+token@hotline.example\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/%s; boundary=%s\n\n".formatted(subtype, boundary);
    }

    private static Mail read(String message) {
        return read(ReadMail.bytes(message));
    }

    private static Mail read(byte[] message) {
        var reader = new MimeMailReader();
        reader.read(ReadMail.bytes("From: a@example.test\n\nwarm\n"));
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadAllocatedBytes();
        var began = thread.getCurrentThreadCpuTime();

        var mail = reader.read(message);

        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - began)).isLessThan(LONGEST);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY);
        return mail;
    }
}
