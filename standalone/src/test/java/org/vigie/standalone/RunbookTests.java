package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every alert leads to the section of the operations page that says what to do about it. */
class RunbookTests {

    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)(?s:.*?)runbook_url: \"([^\"]*)\"");
    private static final String PAGE = "{{ $externalLabels.runbooks }}#";

    @Test
    void everyAlertNamesASectionThatNamesIt() throws IOException {
        var rules = Files.readString(Path.of("../deploy/prometheus/alerts.yml"));
        var headings = Files.readAllLines(Path.of("../docs/operations.md")).stream()
                .filter(line -> line.startsWith("### "))
                .toList();
        var alerts = ALERT.matcher(rules).results().toList();

        assertThat(alerts).hasSize(rules.split("- alert: ", -1).length - 1);
        for (var alert : alerts) {
            assertThat(alert.group(2)).as(alert.group(1)).startsWith(PAGE);
            var section = alert.group(2).substring(PAGE.length());
            assertThat(headings)
                    .as(alert.group(1))
                    .anyMatch(heading -> anchor(heading).equals(section) && heading.contains(alert.group(1)));
        }
    }

    /** As code hosts make anchors of headings. */
    private static String anchor(String heading) {
        return heading.substring("### ".length())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }
}
