package org.vigie.events;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each topic's record against its approved file: what is written now, what was written before, what may come. */
@ParameterizedClass(name = "{0}")
@MethodSource("topics")
class GoldenFileTests {

    private final Record example;
    private final JsonNode golden;
    private final List<Place> places;

    GoldenFileTests(String topic) {
        example = Examples.of(topic);
        golden = Wire.golden(topic);
        places = Place.of(example.getClass(), golden);
    }

    static SortedSet<String> topics() {
        return new TreeSet<>(Examples.BY_TOPIC.keySet());
    }

    @Test
    void writesTheGoldenFile() {
        assertThatJson(Wire.JSON.writeValueAsString(example)).isEqualTo(golden.toString());
    }

    @Test
    void readsTheGoldenFile() {
        assertThat(read(golden)).isEqualTo(example);
    }

    @Test
    void hasEveryFieldInTheGoldenFile() {
        assertThat(places)
                .allSatisfy(
                        place -> assertThat(place.in(golden).isMissingNode()).isFalse());
    }

    @Test
    void noticesARenamedField() {
        assertThat(places)
                .filteredOn(place -> place.isField() && !place.type().isPrimitive())
                .allSatisfy(place -> assertThat(read(place.renamedIn(golden))).isNotEqualTo(example));
    }

    @Test
    void readsARecordWithFieldsItDoesNotKnow() {
        var later = withFieldsOfTomorrow(golden);

        assertThat(read(later)).isEqualTo(example);
    }

    @Test
    void readsAnEnumValueItDoesNotKnowAsUnknown() {
        assertThat(places).filteredOn(place -> place.type().isEnum()).allSatisfy(place -> {
            var read = read(place.holding("LATER_VALUE", golden));

            assertThat(place.in(written(read)).asString()).isEqualTo("UNKNOWN");
        });
    }

    @Test
    void readsAnAbsentListAsEmpty() {
        assertThat(places).filteredOn(place -> place.type() == List.class).allSatisfy(place -> {
            var read = read(place.missingFrom(golden));

            assertThat(place.in(written(read)).toString()).isEqualTo("[]");
        });
    }

    @Test
    void doesNotReadARecordWithoutANumberOrAFlag() {
        assertThat(places)
                .filteredOn(place -> place.type().isPrimitive())
                .allSatisfy(place -> assertThatThrownBy(() -> read(place.missingFrom(golden)))
                        .isInstanceOf(JacksonException.class));
    }

    private Record read(JsonNode json) {
        return Wire.JSON.treeToValue(json, example.getClass());
    }

    private static JsonNode written(Record record) {
        return Wire.JSON.valueToTree(record);
    }

    private static JsonNode withFieldsOfTomorrow(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> {
                var later = Wire.JSON.createObjectNode();
                object.forEachEntry((name, value) -> later.set(name, withFieldsOfTomorrow(value)));
                later.put("field_of_tomorrow", "value");
                later.putObject("object_of_tomorrow").putArray("list").add(1);
                yield later;
            }
            case ArrayNode array -> {
                var later = Wire.JSON.createArrayNode();
                array.forEach(element -> later.add(withFieldsOfTomorrow(element)));
                yield later;
            }
            default -> json;
        };
    }
}
