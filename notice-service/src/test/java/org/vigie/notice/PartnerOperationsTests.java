package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/openapi says of the operations whose requests are counted, and only of them. */
class PartnerOperationsTests {

    private record Operation(String name, JsonNode said) {

        boolean isForPartners() {
            return said.path("security")
                    .valueStream()
                    .anyMatch(either -> either.path("token").toString().contains("partner:"));
        }

        Stream<JsonNode> answers() {
            return said.path("responses").valueStream();
        }
    }

    @Test
    void eachAnswerSaysWhatIsLeft() throws IOException {
        var operations = operations();

        assertThat(operations.stream().filter(Operation::isForPartners)).isNotEmpty();
        assertThat(operations)
                .allSatisfy(operation -> assertThat(operation.answers())
                        .allSatisfy(answer -> assertThat(answer.path("headers").has("RateLimit")
                                        && answer.path("headers").has("RateLimit-Policy"))
                                .isEqualTo(operation.isForPartners())));
    }

    @Test
    void tooManyRequestsAreToldWhenToAskAgain() throws IOException {
        assertThat(operations().stream().filter(Operation::isForPartners))
                .allSatisfy(operation -> assertThat(operation
                                .said()
                                .at("/responses/429/headers/Retry-After/$ref")
                                .asString())
                        .isEqualTo("#/components/headers/Retry-After"));
    }

    private static List<Operation> operations() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(Path.of("../docs/openapi/notice-service.json")))
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(method.getKey() + " " + path.getKey(), method.getValue())))
                .toList();
    }
}
