package org.vigie.events;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.javacrumbs.jsonunit.core.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Records that a topic may still hold, as builds wrote them before a field was added: {@code TOPIC.N.json} for the
 * shape number N. A new required field would make them unreadable, though the golden file that got it is read.
 */
class EarlierShapesTests {

    static List<String> shapes() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/golden/earlier"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isReadAsItWasMeant(String shape) {
        var earlier = Wire.JSON.readTree(Wire.text("/golden/earlier/" + shape));
        var topic = shape.substring(0, shape.indexOf(".v1") + 3);

        var read = Wire.JSON.treeToValue(earlier, Examples.of(topic).getClass());

        assertThatJson(Wire.JSON.writeValueAsString(read))
                .withOptions(Option.IGNORING_EXTRA_FIELDS)
                .isEqualTo(earlier.toString());
    }
}
