package org.vigie.registry.rdap.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.testing.SpoiltTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a registry answers is read or taken for no answer. */
class SpoiltAnswersTests {

    private static final long SEED = Long.getLong("vigie.seed", 23);
    private static final int ANSWERS = Integer.getInteger("vigie.answers", 30_000);

    private static final List<String> SOUND = List.of("""
            {"objectClassName": "ip network", "startAddress": "192.0.2.0", "endAddress": "192.0.2.255",
             "status": ["active"],
             "links": [{"rel": "up", "href": "https://registry.test/ip/192.0.0.0/16"}],
             "entities": [{"objectClassName": "entity", "roles": ["abuse"],
              "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["kind", {}, "text", "group"],
               ["email", {"pref": "1"}, "text", "abuse@host.test"]]],
              "entities": [{"roles": ["technical"], "vcardArray": ["vcard", [["email", {}, "text", "noc@host.test"]]]}]}]}
            """, """
            {"objectClassName": "domain", "status": ["client hold"], "redacted": [],
             "entities": [{"roles": ["registrar"], "publicIds": [{"type": "IANA Registrar ID", "identifier": "9999"}],
              "jscard": {"emails": {"e1": {"address": "abuse@registrar.test"}}},
              "entities": [{"roles": "abuse", "vcardArray": ["vcard", [["fn", {}, "text", "Desk"],
               ["email", {"type": ["work", "pref"]}, "text", "mailto:abuse@registrar.test"]]]}]}]}
            """);

    private static final List<String> OTHERS = List.of(
            "null",
            "7",
            "-1.5e300",
            "\"\"",
            "\"%zz\"",
            "\"\\u0000@\"",
            "[]",
            "[null]",
            "[[[[]]]]",
            "{}",
            "{\"a\": {}}");

    private final RdapJson reader = new RdapJson();
    private final JsonMapper mapper = new JsonMapper();
    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void areReadOrTakenForNone() {
        assertThat(SOUND).allMatch(answer -> reader.read(answer.getBytes(UTF_8)).isPresent());

        var read = new AtomicInteger();
        Stream.concat(
                        SpoiltTexts.of(SOUND, SEED, ANSWERS),
                        Stream.generate(this::otherwise).limit(ANSWERS))
                .forEach(answer -> assertThatCode(() -> reader.read(answer).ifPresent(_ -> read.incrementAndGet()))
                        .as("seed %d: %s", SEED, new String(answer, UTF_8))
                        .doesNotThrowAnyException());

        assertThat(read).hasValueGreaterThan(ANSWERS / 2);
    }

    /** JSON still, with other values in up to four places. */
    private byte[] otherwise() {
        var answer = mapper.readTree(SOUND.get(random.nextInt(SOUND.size())));
        for (int places = random.nextInt(1, 5); places > 0; places--) {
            replace(answer);
        }
        return mapper.writeValueAsBytes(answer);
    }

    private void replace(JsonNode within) {
        var other = mapper.readTree(OTHERS.get(random.nextInt(OTHERS.size())));
        var at = random.nextInt(within.size());
        switch (within) {
            case ObjectNode object -> {
                var name = object.propertyNames().stream().skip(at).findFirst().orElseThrow();
                if (goesDeeper(object.get(name))) {
                    replace(object.get(name));
                } else {
                    object.set(name, other);
                }
            }
            case ArrayNode array -> {
                if (goesDeeper(array.get(at))) {
                    replace(array.get(at));
                } else {
                    array.set(at, other);
                }
            }
            default -> {}
        }
    }

    private boolean goesDeeper(JsonNode value) {
        return value.isContainer() && !value.isEmpty() && random.nextInt(4) > 0;
    }
}
