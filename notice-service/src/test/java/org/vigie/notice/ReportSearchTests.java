package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.TestWorld.Answer;

/** How reports are found by what may not stand in a path. */
@ServiceTest
class ReportSearchTests {

    @Autowired
    private TestWorld world;

    @Test
    void reportsOfAHostAreFoundHoweverItIsWritten() {
        var host = someHost();
        var url = "http://" + host + "/1";
        var one = world.reported(verifiedReport(url, someHash()));
        world.reported(verifiedReport(url, someHash()));
        var two = world.reported(verifiedReport("http://" + host + "/2", someHash()));
        world.reported(verifiedReport("http://" + someHost() + "/1", someHash()));

        for (var asked : List.of(host, host.toUpperCase(Locale.ROOT), host.replace(".", "[.]"))) {
            assertThat(cases(search("{\"host\": \"%s\"}".formatted(asked)))).containsExactlyInAnyOrder(one, one, two);
        }
        assertThat(cases(search("{\"host\": \"%s\", \"state\": \"HELD\"}".formatted(host))))
                .isEmpty();
    }

    @Test
    void theyComePageByPage() {
        var host = someHost();
        for (int i = 0; i < 3; i++) {
            world.reported(verifiedReport("http://" + host + "/" + i % 2, someHash()));
        }
        var asked = "{\"host\": \"%s\", \"limit\": 2%s}";

        var first = search(asked.formatted(host, ""));
        var next = first.json().get("next").asString();
        var second = search(asked.formatted(host, ", \"cursor\": \"%s\"".formatted(next)));

        assertThat(first.json().get("reports").size()).isEqualTo(2);
        assertThat(second.json().get("reports").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"host": "secret host/"} | /host
            {"host": "a.example", "limit": 0} | /limit
            {"host": "a.example", "limit": 501} | /limit
            {"host": "a.example", "cursor": "secret"} | /cursor
            {"cursor": "00000000-0000-4000-8000-000000000000~00000000-0000-4000-8000-000000000000"} | /cursor
            {"host": "a.example", "hosts": 1} | hosts
            """)
    void whatIsNotAskedRightlyIsRefused(String body, String named) {
        var answer = search(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(named).doesNotContain("secret");
    }

    private Answer search(String body) {
        return world.post("/v1/reports/search", body);
    }

    private static List<UUID> cases(Answer answer) {
        return answer.json()
                .get("reports")
                .valueStream()
                .map(report -> UUID.fromString(report.get("case_id").asString()))
                .toList();
    }
}
