package org.vigie.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.notice.neighbours.Measured;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.neighbours.Reading;

/** The desk and Prometheus call the same things wrong, and the manual leads from each to its part of the page. */
class AlarmTests {

    private static final Path RULES = Path.of("../deploy/prometheus/alerts.yml");
    private static final Path MANUAL = Path.of("../docs/operations.md");
    private static final Path PAGE = Path.of("src/main/resources/org/vigie/notice/desk/web/steering.html");

    @Test
    void knowsEveryAlert() throws IOException {
        var alerts = Pattern.compile("- alert: (\\w+)")
                .matcher(Files.readString(RULES))
                .results()
                .map(found -> found.group(1));

        assertThat(Arrays.stream(Alarm.values()).map(Alarm::alert))
                .containsExactlyInAnyOrderElementsOf(alerts.toList());
    }

    @Test
    void isAPartOfThePageThatTheManualLinksTo() throws IOException {
        var page = Files.readString(PAGE);
        var manual = Files.readString(MANUAL).split("(?m)^### ", -1);

        for (var alarm : Alarm.values()) {
            assertThat(page).as(alarm.alert()).contains("id=\"%s\"".formatted(alarm.section()));
            assertThat(manual)
                    .anySatisfy(part -> assertThat(part)
                            .matches("(?s)[^\\n]*\\b%s\\b.*".formatted(alarm.alert()))
                            .contains("`/desk/steering#%s`".formatted(alarm.section())));
        }
    }

    /** Each simple rule of the alerts, at its threshold and just above. */
    @Test
    void isRaisedByWhatRaisesTheAlert() throws IOException {
        var rules = Pattern.compile(
                        "- alert: (\\w+)\\n\\s+expr: max(?: by \\([\\w, ]+\\) )?\\(+(?:min_over_time\\()?(vigie_\\w+)"
                                + "(?:\\{(\\w+)=~?\"(\\w+)[^}]*})?(?:\\[\\w+])?\\)+(?: by \\(\\w+\\))? > ([0-9* ]+)")
                .matcher(Files.readString(RULES))
                .results()
                .toList();

        assertThat(rules).hasSizeGreaterThan(10);
        for (var rule : rules) {
            assertThat(raised(rule, 0)).as(rule.group(1)).doesNotContain(rule.group(1));
            assertThat(raised(rule, 1)).as(rule.group(1)).contains(rule.group(1));
        }
    }

    private static List<String> raised(MatchResult rule, double above) {
        var threshold = Arrays.stream(rule.group(5).split("\\*", -1))
                .mapToDouble(factor -> Double.parseDouble(factor.strip()))
                .reduce(1, (one, other) -> one * other);
        var labels = rule.group(3) == null ? Map.<String, String>of() : Map.of(rule.group(3), rule.group(4));
        return raised(new Reading(rule.group(2), labels, threshold + above));
    }

    @Test
    void eachDataSetAgesAtItsOwnPace() {
        assertThat(raised(age("as-table", 61))).containsExactly("DataSetOld");
        assertThat(raised(age("as-table", 59))).isEmpty();
        assertThat(raised(age("cdn-ranges", 31))).containsExactly("DataSetOld");
        assertThat(raised(age("curated", 89))).isEmpty();
        assertThat(raised(age("public-suffix-list", 179))).isEmpty();
    }

    @Test
    void aRecordPutAsideWithinTheHourIsSaid() {
        assertThat(raised(new Reading("vigie_parked_newest_seconds", Map.of(), 3599)))
                .containsExactly("DeadLetters");
        assertThat(raised(new Reading("vigie_parked_newest_seconds", Map.of(), 3600)))
                .isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsDown() {
        assertThat(Alarm.raised(new Measured(Map.of(Neighbour.NOTICE, List.of()))))
                .containsExactly(Alarm.SERVICE_DOWN);
    }

    private static Reading age(String set, int days) {
        return new Reading("vigie_data_set_age_seconds", Map.of("set", set), days * 86_400.0);
    }

    /** All services answer, and one says this. */
    private static List<String> raised(Reading reading) {
        var readings = new EnumMap<Neighbour, List<Reading>>(Neighbour.class);
        for (var neighbour : Neighbour.values()) {
            readings.put(neighbour, List.of());
        }
        readings.put(Neighbour.CHECKER, List.of(reading));
        return Alarm.raised(new Measured(readings)).stream().map(Alarm::alert).toList();
    }
}
