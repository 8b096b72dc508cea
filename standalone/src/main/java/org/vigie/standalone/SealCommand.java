package org.vigie.standalone;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.ReadReport;
import org.vigie.notice.report.ReportRequest;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundSeal;
import org.vigie.support.validation.FieldRules;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.web.StrictJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code vigie seal}: reads a detection as plain JSON and prints the value of a record for {@code detections.v1} on one
 * line. The record's key must be the detection's id. It refuses what {@code POST /v1/reports} refuses, and says by
 * field, never by value, what is wrong.
 */
final class SealCommand {

    private static final JsonMapper STRICT = StrictJson.configure(JsonMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SealCommand() {}

    /** Returns the exit code. */
    static int run(InboundSeal seal, InputStream input, PrintStream output, PrintStream errors) {
        try {
            var plain = STRICT.readValue(input, PlainDetection.class);
            var missing = missing(plain);
            if (!missing.isEmpty()) {
                errors.println("vigie seal: missing or not known: " + String.join(", ", missing));
                return Vigie.FAILED;
            }
            check(plain.report(), Clock.systemUTC());
            output.println(EventJson.MAPPER.writeValueAsString(plain.sealed(seal)));
            return Vigie.DONE;
        } catch (InvalidField e) {
            errors.println("vigie seal: " + e.pointer() + ": " + e.getMessage());
            return Vigie.FAILED;
        } catch (JacksonException e) {
            errors.println("vigie seal: " + where(e));
            return Vigie.FAILED;
        }
    }

    private static void check(ReportRequest report, Clock clock) {
        FieldRules.by(clock).check(report);
        ReadReport.check(report, clock.instant());
    }

    private static List<String> missing(@Nullable PlainDetection plain) {
        return plain == null ? List.of("the detection") : plain.missing();
    }

    private static String where(JacksonException e) {
        var field = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return field.isEmpty() ? "the input is not JSON, or has a field twice" : "not acceptable: " + field;
    }
}
