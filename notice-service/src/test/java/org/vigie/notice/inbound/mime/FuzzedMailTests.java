package org.vigie.notice.inbound.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer changes mail for a minute, keeping what reaches code that nothing reached before: no exception leaves the
 * reader, nothing takes twenty seconds even on a busy machine, and none of Jazzer's own checks (files, processes,
 * classes, patterns) strikes.
 */
class FuzzedMailTests {

    private static final int SECONDS = Integer.getInteger("vigie.fuzz-seconds", 60);

    static final List<String> SEEDS = List.of(
            "From: desk@provider.test\nTo: notices+%s@hotline.example\nSubject: Re: [RN-2026-00000042/1]\n\nACTIONED\n"
                    .formatted("0".repeat(32)),
            """
            From: MAILER-DAEMON@provider.test
            Auto-Submitted: auto-replied
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.provider.test

            Final-Recipient: rfc822; desk@provider.test
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <desk@provider.test>: unknown
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <RN-2026-00000042.1.t8bjjc@hotline.example>
            --b--
            """,
            """
            Content-Type: multipart/mixed; boundary="=_x"
            Content-Transfer-Encoding: 8bit

            --=_x
            Content-Type: text/plain; charset=iso-8859-15; format=flowed
            Content-Transfer-Encoding: quoted-printable

            On 5 January 2026 Example wrote:
            > =E9 REFUSED
            --\s
            DISPUTES_AGE
            --=_x
            Content-Type: message/feedback-report
            Content-Transfer-Encoding: base64

            RmVlZGJhY2stVHlwZTogYWJ1c2UK
            --=_x--
            """);

    @TempDir
    private Path corpus;

    @Test
    void aMinuteOfGuidedNonsenseFindsNothing() throws IOException, InterruptedException {
        for (int i = 0; i < SEEDS.size(); i++) {
            Files.writeString(corpus.resolve("seed-" + i), SEEDS.get(i).replace("\n", "\r\n"), UTF_8);
        }
        Files.createDirectories(Path.of("target/fuzz"));
        var log = Path.of("target/fuzz/jazzer.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + MailFuzzTarget.class.getName(),
                        "--instrumentation_includes=org.vigie.notice.inbound.**:org.apache.james.mime4j.**",
                        "--custom_hook_includes=org.vigie.**:org.apache.james.mime4j.**",
                        "--reproducer_path=target/fuzz",
                        corpus.toString(),
                        "-max_total_time=" + SECONDS,
                        "-max_len=65536",
                        "-timeout=20",
                        "-artifact_prefix=target/fuzz/")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(process.waitFor(SECONDS + 120L, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("Done ");
    }
}
