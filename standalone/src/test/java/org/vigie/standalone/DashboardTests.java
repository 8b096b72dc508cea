package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a dashboard must have beside queries that answer; those are asked by {@code deploy/grafana/check.py}. */
class DashboardTests {

    private static final Path DASHBOARDS = Path.of("../deploy/grafana/dashboards");
    private static final List<String> KINDS = List.of("row", "stat", "timeseries", "bargauge", "table");

    /** A panel's place on the grid of 24 columns. */
    private record Place(int x, int y, int width, int height) {

        static Place of(JsonNode panel) {
            var place = panel.path("gridPos");
            return new Place(
                    place.path("x").intValue(),
                    place.path("y").intValue(),
                    place.path("w").intValue(),
                    place.path("h").intValue());
        }

        boolean overlaps(Place other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void areFourWithNamesOfTheirOwn() throws IOException {
        var uids = new HashSet<String>();
        for (var file : dashboards()) {
            var dashboard = JsonMapper.shared().readTree(file);
            assertThat(dashboard.path("title").stringValue()).startsWith("Vigie: ");
            assertThat(dashboard.path("description").stringValue()).isNotBlank();
            uids.add(dashboard.path("uid").stringValue());
        }
        assertThat(uids).hasSize(4).allSatisfy(uid -> assertThat(uid).startsWith("vigie-"));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void explainEveryPanelAndAskTheChosenSource(Path file) {
        var ids = new HashSet<Integer>();
        for (var panel : JsonMapper.shared().readTree(file).path("panels")) {
            assertThat(ids.add(panel.path("id").intValue())).isTrue();
            assertThat(panel.path("title").stringValue()).isNotBlank();
            assertThat(KINDS).contains(panel.path("type").stringValue());
            if (!panel.path("type").stringValue().equals("row")) {
                assertThat(panel.path("description").stringValue()).isNotBlank();
                assertThat(panel.path("fieldConfig")
                                .path("defaults")
                                .path("unit")
                                .stringValue())
                        .isNotBlank();
                assertThat(panel.path("datasource").path("uid").stringValue()).isEqualTo("${datasource}");
                assertThat(panel.path("targets")).isNotEmpty().allSatisfy(DashboardTests::isSound);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void leaveEveryPanelItsPlace(Path file) {
        var taken = new ArrayList<Place>();
        for (var panel : JsonMapper.shared().readTree(file).path("panels")) {
            var place = Place.of(panel);
            assertThat(place.x() + place.width()).isLessThanOrEqualTo(24);
            assertThat(taken).noneMatch(place::overlaps);
            taken.add(place);
        }
    }

    private static void isSound(JsonNode target) {
        var query = target.path("expr").stringValue();
        assertThat(target.path("datasource").path("uid").stringValue()).isEqualTo("${datasource}");
        assertThat(query).isNotBlank();
        if (query.contains("rate(")) {
            assertThat(query).contains("[$__rate_interval]");
        }
    }
}
