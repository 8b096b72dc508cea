package org.vigie.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.Complaint.About;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.inbound.mime.ReadMail;

/** What others' software and people wrote is what its index says; the files are read where they lie. */
class PublishedMailTests {

    private static final Path VECTORS = Path.of(System.getProperty("vectors", "../shared/vectors"));

    @Test
    void isWhatItsIndexSays() throws IOException {
        var index = index();
        var wrong = new SoftAssertions();
        for (var file : index.entrySet()) {
            var meaning = read(VECTORS.resolve("mail-real").resolve(file.getKey()));
            wrong.assertThat(inWords(meaning)).as(file.getKey()).isEqualTo(expected(file.getValue()));
        }
        wrong.assertAll();
        assertThat(index).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @CsvSource({
        "arf-01, complaint",
        "arf-11, complaint",
        "arf-14, complaint",
        "arf-20, complaint about authentication",
        "rfc3464-01, HARD_BOUNCE",
        "rfc3464-04, SOFT_BOUNCE",
        "rfc3464-07, DELAYED",
        "rfc3464-10, HARD_BOUNCE",
        "rfc3464-28, UNKNOWN",
        "rfc3464-34, DELAYED",
        "rfc3464-37, HARD_BOUNCE",
        "rfc3834-01, automatic reply",
        "rfc3834-03, automatic reply"
    })
    void isWhatItsStandardSays(String file, String expected) throws IOException {
        assertThat(inWords(read(VECTORS.resolve("mail").resolve(file + ".eml"))))
                .isEqualTo(expected);
    }

    @Test
    void aPersonsWordIsRead() throws IOException {
        var real = VECTORS.resolve("mail-real");

        assertThat(inFull(read(real.resolve("mutt-human-en.eml")))).isEqualTo("ACTIONED HIGH");
        assertThat(inFull(read(real.resolve("mutt-human-fr-staydown.eml")))).isEqualTo("REFUSED HIGH");
        assertThat(inFull(read(real.resolve("neomutt-human-fr-reminder.eml")))).isEqualTo("NOT_OURS HIGH");
        assertThat(inFull(read(real.resolve("rt5-human-en.eml")))).isEqualTo("ALREADY_DOWN HIGH");
        assertThat(inFull(read(real.resolve("rt5-resolved.eml")))).isEqualTo("ACTIONED LOW");
    }

    private static Meaning read(Path file) throws IOException {
        assumeTrue(Files.exists(file), "SKIPPED: published mail is missing; set -Dvectors");
        return ReadMeaning.of(ReadMail.reader().read(Files.readAllBytes(file)));
    }

    private static String inFull(Meaning meaning) {
        return meaning instanceof Answer(var outcome, var confidence) ? outcome + " " + confidence : inWords(meaning);
    }

    private static String inWords(Meaning meaning) {
        return switch (meaning) {
            case DeliveryReport report -> report.fate().name();
            case Complaint(var about) when about == About.AUTHENTICATION -> "complaint about authentication";
            case Complaint _ -> "complaint";
            case AutomaticReply _ -> "automatic reply";
            case Answer _ -> "human";
            case Unparsed _ -> "unparsed";
        };
    }

    /** The column "classify as" of each file. */
    private static Map<String, String> index() throws IOException {
        var index = VECTORS.resolve("mail-real").resolve("INDEX.md");
        assumeTrue(Files.exists(index), "SKIPPED: mail of real software is missing; set -Dvectors");
        var files = new LinkedHashMap<String, String>();
        try (Stream<String> lines = Files.lines(index)) {
            lines.map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .filter(cells -> cells.size() > 6 && cells.get(1).endsWith(".eml"))
                    .forEach(cells -> files.put(cells.get(1), cells.get(6)));
        }
        return files;
    }

    private static String expected(String words) {
        if (words.startsWith("complaint")) {
            return words.contains("auth-failure") ? "complaint about authentication" : "complaint";
        }
        if (words.startsWith("delivered")) {
            return words.contains("relayed") ? "RELAYED" : words.contains("expanded") ? "EXPANDED" : "DELIVERED";
        }
        if (words.startsWith("hard bounce of members")) {
            return "SOME_MEMBERS";
        }
        return Map.of(
                        "hard bounce", "HARD_BOUNCE",
                        "soft bounce", "SOFT_BOUNCE",
                        "quota", "QUOTA",
                        "policy", "POLICY",
                        "delayed", "DELAYED")
                .getOrDefault(words.replaceAll(" \\(.*", ""), words.replaceAll(" \\(.*", ""));
    }
}
