package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What grows in a case is shown in parts, and read whole page by page. */
@ServiceTest
class CaseListsTests {

    private static final int SHOWN = 100;

    private static final int CONTENTS = 130;

    @Autowired
    private TestWorld world;

    @Test
    void aCaseShowsTheLatestOfWhatGrowsAndListsAllOfIt() {
        var url = "http://" + someHost() + "/many";
        var caseId = world.reported(verifiedReport(url, someHash()));
        for (int i = 1; i < CONTENTS; i++) {
            world.reported(verifiedReport(url, someHash()));
            world.decide("/v1/cases/" + caseId + "/reveal", "one", null, "{\"reason\": \"look %d\"}".formatted(i));
        }

        var shown = world.get("/v1/cases/" + caseId).json();
        assertThat(words(shown.get("more"))).containsExactly("contents", "timeline");
        for (var list : words(shown.get("more"))) {
            var all = all(caseId, list);
            assertThat(shown.get(list).valueStream()).hasSize(SHOWN);
            assertThat(all).hasSizeGreaterThanOrEqualTo(CONTENTS);
            assertThat(all.subList(all.size() - SHOWN, all.size()))
                    .isEqualTo(shown.get(list).valueStream().toList());
        }
        assertThat(new HashSet<>(all(caseId, "contents"))).hasSize(CONTENTS);
        assertThat(all(caseId, "holds")).isEmpty();
        assertThat(all(caseId, "targetings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline", "contents", "targetings", "holds"})
    void aListOfNoCaseIsUnknown(String list) {
        assertThat(world.get("/v1/cases/%s/%s".formatted(UUID.randomUUID(), list)))
                .matches(answer -> answer.status() == 404 && answer.body().contains("unknown-case"));
    }

    private List<JsonNode> all(UUID caseId, String list) {
        var found = new ArrayList<JsonNode>();
        var query = "?limit=40";
        for (var page : IntStream.range(0, 20).toArray()) {
            var part = world.get("/v1/cases/%s/%s%s".formatted(caseId, list, query))
                    .json();
            part.get(list).valueStream().forEach(found::add);
            assertThat(page).isLessThan(19);
            if (part.path("next").isNull() || part.path("next").isMissingNode()) {
                break;
            }
            query = "?limit=40&cursor=" + part.get("next").asString();
        }
        return found;
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
