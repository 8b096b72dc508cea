package org.vigie.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The access rights that deploy/ gives a Kafka are those that asyncapi.yaml says are needed, and no more. */
class AccessRightsTests {

    @Test
    void everyServiceMayDoWhatTheContractSaysAndNothingElse() throws IOException {
        var contract = AsyncApi.packaged();
        var needed = new ArrayList<String>();
        Stream.concat(Topics.COMPACTED.stream(), Topics.INBOUND.stream()).forEach(topic -> {
            contract.operations("send", topic)
                    .forEach(operation -> needed.add(operation.path("x-service").asString() + ",write," + topic));
            contract.operations("receive", topic).forEach(operation -> {
                var reader = operation.path("x-service").asString();
                needed.add(reader + ",read," + topic);
                needed.add(reader + ",write," + topic + Topics.DEAD_LETTER_SUFFIX);
            });
        });

        assertThat(Files.readAllLines(Path.of("../deploy/kafka/acls.csv")))
                .startsWith("principal,right,topic")
                .filteredOn(line -> !line.startsWith("principal,"))
                .containsExactlyInAnyOrderElementsOf(needed);
    }
}
