package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test whose service describes its interface otherwise than docs/openapi does, which is read by people and
 * other tools. With {@code -Dvigie.openapi=write} the file is written instead.
 */
final class CommittedContract {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CommittedContract() {}

    static void check(JsonNode contract) {
        var file = Path.of("..", "docs", "openapi", contract.at("/info/title").asString() + ".json");
        var text = text(contract);
        try {
            if ("write".equals(System.getProperty("vigie.openapi"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as(
                            "docs/openapi is not what the service says: run this test with -Dvigie.openapi=write, and commit")
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fields by their names, whatever order a framework found them in. */
    private static String text(JsonNode contract) {
        Map<String, Object> fields = JSON.convertValue(contract, new TypeReference<TreeMap<String, Object>>() {});
        return JSON.writeValueAsString(fields) + "\n";
    }
}
