package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.intake.Detection;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.Keysets;

class SealCommandTests {

    private static final String DETECTION = """
            {"producer": "crawler-1", "detection_id": "d-17", "url": "http://127.9.0.1:8099/planted",
             "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
             "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
             "classification": {"scheme": "interpol", "label": "baseline", "act": "SEX_ACT",
                                "organisation": "Example", "assessors": 2},
             "content": {"kind": "MEDIA", "hashes": {"sha256": "%s"}}}
            """.formatted("d1".repeat(32));

    @TempDir
    private Path keys;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void makeKeys() {
        EvaluationKeys.makeMissing(keys, List.of());
    }

    @Test
    void printsOneLineThatOnlyTheOtherHalfOpens() {
        assertThat(seal(DETECTION)).isEqualTo(Vigie.DONE);

        var line = output.toString(UTF_8).strip();
        assertThat(line).doesNotContain("\n", "planted", "127.9.0.1");
        var detection = EventJson.MAPPER.readValue(line, Detection.class);
        var opened = new Keysets(keys).inboundOpener().open(detection.sealed(), "d-17");
        assertThat(opened).contains("http://127.9.0.1:8099/planted", "d1".repeat(32));
        assertThat(detection.verifiedAt()).isEqualTo(1_767_607_200_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            planted, not json                                   | not JSON
            null                                                | the detection
            {"producer": "p", "url": "http://planted.test/"}    | detection_id, category, verification
            {"producer": "p", "image": "planted"}               | image
            {"verified_at": "planted"}                          | verified_at
            {"content": {"hashes": {"sha257": "planted"}}}      | content.hashes.sha257
            {"category": "CSAMplanted"}                         | category
            {"category": 1}                                     | category
            {"verified_at": 1767607200}                         | verified_at
            {"url": "http://planted.test/", "url": "x"}         | twice
            """)
    void saysWhichFieldIsWrongAndNeverItsValue(String input, String named) {
        assertThat(seal(input)).isEqualTo(Vigie.FAILED);

        assertThat(errors.toString(UTF_8)).contains(named).doesNotContain("planted");
        assertThat(output.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "PREPUBESCENT"             | "PREPUBSCENT"                               | maturation
            "MANUAL_REVIEW"            | "MANUAL"                                    | detection_method
            "MANUAL_REVIEW"            | null                                        | /detection_method
            "SEX_ACT"                  | "SEXACT"                                    | classification.act
            "assessors": 2             | "assessors": "2"                            | classification.assessors
            "assessors": 2             | "assessors": -2                             | /classification/assessors
            "organisation": "Example"  | "organisation": null                        | /classification/organisation
            "MEDIA"                    | "MEDIUM"                                    | content.kind
            d1d1                       | d1                                          | /content/hashes/sha256
            :8099/planted              | :8099/planted http://planted.test/          | /url
            :8099/planted              | :25/planted                                 | /url
            2026-01-05T10:00:00Z       | 2099-01-05T10:00:00Z                        | /verified_at
            "content"                  | "holds": [{"owner": "planted", "expires_at": "2030-01-01T00:00:00Z"}], "content" | /holds/0/reason
            "content"                  | "holds": [null], "content"                  | /holds
            "content"                  | "found_on": "planted", "content"            | /found_on
            "content"                  | "referrer": "http://planted.test/a)", "content" | /referrer
            "content"                  | "found_on_network": "planted", "content"    | found_on_network
            "content"                  | "partner_reference": "a\\nplanted", "content" | /partner_reference
            "MEDIA"                    | "MEDIA", "contained_verified": -1           | /content/contained_verified
            """)
    void refusesWhatAReportIsRefusedFor(String right, String wrong, String named) {
        assertThat(DETECTION).contains(right);

        assertThat(seal(DETECTION.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
                .isEqualTo(Vigie.FAILED);

        assertThat(errors.toString(UTF_8)).contains(named).doesNotContain("planted");
        assertThat(output.toString(UTF_8)).isEmpty();
    }

    private int seal(String input) {
        return SealCommand.run(
                new Keysets(keys).inboundSeal(),
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(output, true, UTF_8),
                new PrintStream(errors, true, UTF_8));
    }
}
