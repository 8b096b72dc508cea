package org.vigie.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.intake.Detection;
import org.vigie.events.removal.LocationSnapshot;
import tools.jackson.databind.JsonNode;

/** Every topic has its record, its golden file and its entry in asyncapi.yaml, and the three agree. */
class ContractTests {

    private static final long FOURTEEN_DAYS_MS = 14L * 24 * 60 * 60 * 1000;

    private final AsyncApi contract = AsyncApi.packaged();

    static List<String> topics() {
        return Arrays.stream(Topics.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(ContractTests::value)
                .filter(name -> !name.equals(Topics.DEAD_LETTER_SUFFIX))
                .toList();
    }

    @Test
    void keepsEveryTopicEitherForGoodOrForAWhile() {
        assertThat(Stream.of(Topics.COMPACTED, Topics.INBOUND).flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(topics());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasARecordAGoldenFileAndAChannel(String topic) {
        assertThat(Examples.BY_TOPIC).containsKey(topic);
        assertThat(Wire.golden(topic).isObject()).isTrue();
        assertThat(contract.channel(topic).path("description").asString()).isNotBlank();
    }

    @Test
    void hasATopicForEveryRecordOfAnOwner() {
        var records = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.vigie.events").stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::getName)
                        .filter(name -> !name.equals(SealedUrl.class.getName()));

        assertThat(records)
                .containsExactlyInAnyOrderElementsOf(Examples.BY_TOPIC.values().stream()
                        .map(snapshot -> snapshot.getClass().getName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void describesEveryComponentOfTheRecordAndNoOther(String topic) {
        var payload = contract.message(topic).path("payload");
        var record = Examples.of(topic).getClass();

        assertThat(new Description(contract).differences(record, payload)).isEmpty();
    }

    @Test
    void describesWhatIsSealed() {
        var description = new Description(contract);

        assertThat(description.differences(Detection.Sealed.class, contract.schema("SealedDetection")))
                .isEmpty();
        assertThat(description.differences(LocationSnapshot.Location.class, contract.schema("SealedLocation")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void statesKeyPartitioningAndHowLongRecordsAreKept(String topic) {
        var channel = contract.channel(topic);
        var configuration = contract.resolved(channel.path("bindings")).at("/kafka/topicConfiguration");

        assertThat(contract.message(topic).at("/bindings/kafka/key/description").asString())
                .isNotBlank();
        assertThat(channel.path("x-partitioned-by").asString()).isNotBlank();
        if (Topics.COMPACTED.contains(topic)) {
            assertThat(configuration.at("/cleanup.policy/0").asString()).isEqualTo("compact");
        } else {
            assertThat(configuration.at("/cleanup.policy/0").asString()).isEqualTo("delete");
            assertThat(configuration.path("retention.ms").asLong()).isEqualTo(FOURTEEN_DAYS_MS);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void hasOneOwnerThatSendsAndSomebodyWhoReads(String topic) {
        assertThat(contract.operations("send", topic))
                .singleElement()
                .extracting(operation -> operation.path("x-service").asString())
                .isEqualTo(contract.channel(topic).path("x-owner").asString());
        assertThat(contract.operations("receive", topic)).isNotEmpty();
    }

    @Test
    void namesEveryHeaderOfASnapshot() {
        var headers = Arrays.stream(EventHeaders.class.getFields()).map(ContractTests::value);

        assertThat(contract.schema("CloudEventHeaders").path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(headers.toList());
        assertThat(Topics.COMPACTED)
                .allSatisfy(topic -> assertThat(
                                contract.resolved(contract.message(topic).path("headers")))
                        .isEqualTo(contract.schema("CloudEventHeaders")));
    }

    @Test
    void describesTheDeadLettersOfEveryTopic() {
        var deadLetters = contract.channel("{topic}" + Topics.DEAD_LETTER_SUFFIX);

        assertThat(deadLetters.at("/parameters/topic/enum").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(topics());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
