package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.vigie.events.DeadLetterHeaders;
import org.vigie.events.Topics;
import org.vigie.testing.TestKafka;

/** What the command prints and what it writes again, at a broker whose topics other tests may have made. */
class DeadLettersCommandTests {

    private static final String PLANTED = "http://planted.example.invalid/";

    @BeforeAll
    static void topics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            for (var topic : List.of(Topics.DETECTIONS, Topics.CHAINS)) {
                for (var name : List.of(topic, topic + Topics.DEAD_LETTER_SUFFIX)) {
                    try {
                        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                                .all()
                                .get();
                    } catch (ExecutionException e) {
                        assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
                    }
                }
            }
        }
    }

    @Test
    void listsKindAndPlaceAndNoData() {
        write(parked(Topics.DETECTIONS, 0, 41, "listed", PLANTED, "notice-service"));

        assertThat(run("list", "--topic", Topics.DETECTIONS))
                .contains("detections.v1", "41", "SealBroken", "org.vigie.Example:7", "notice-service")
                .doesNotContain("planted", "listed");
    }

    @Test
    void writesWhatSeveralReadersPutAsideOnce() {
        write(parked(Topics.DETECTIONS, 0, 77, "again", "{}", "notice-service"));
        write(parked(Topics.DETECTIONS, 0, 77, "again", "{}", "another"));

        assertThat(run("replay", "--topic", Topics.DETECTIONS, "--offset", "0/77"))
                .contains("1 records written again");

        assertThat(valuesOf(Topics.DETECTIONS, "again")).containsExactly("{}");
    }

    @Test
    void leavesWhatItsTopicHasANewerVersionOf() {
        var old = write(new ProducerRecord<>(Topics.CHAINS, 0, bytes("superseded"), bytes("old")));
        write(new ProducerRecord<>(Topics.CHAINS, 0, bytes("superseded"), bytes("new")));
        write(parked(Topics.CHAINS, 0, old, "superseded", "old", "notice-service"));
        var last = write(new ProducerRecord<>(Topics.CHAINS, 0, bytes("last"), bytes("only")));
        write(parked(Topics.CHAINS, 0, last, "last", "only", "notice-service"));

        assertThat(run("replay", "--topic", Topics.CHAINS, "--kind", "SealBroken"))
                .contains("1 records written again, 1 left because the topic has a newer one");

        assertThat(valuesOf(Topics.CHAINS, "superseded")).containsExactly("old", "new");
        assertThat(valuesOf(Topics.CHAINS, "last")).containsExactly("only", "only");
    }

    @Test
    void namesTheFileOfPropertiesThatItCannotRead() {
        var printed = new ByteArrayOutputStream();
        var stream = new PrintStream(printed, true, UTF_8);
        var settings = new Settings(Map.of("VIGIE_KAFKA_CLIENT", "no-such-file.properties"));

        assertThat(new DeadLettersCommand(settings, stream, stream).list(null, null))
                .isEqualTo(Vigie.FAILED);
        assertThat(printed.toString(UTF_8)).contains("VIGIE_KAFKA_CLIENT");
    }

    private static ProducerRecord<byte[], byte[]> parked(
            String topic, int partition, long offset, String key, String value, String group) {
        var record = new ProducerRecord<>(topic + Topics.DEAD_LETTER_SUFFIX, partition, bytes(key), bytes(value));
        record.headers()
                .add(
                        KafkaHeaders.DLT_ORIGINAL_PARTITION,
                        ByteBuffer.allocate(4).putInt(partition).array())
                .add(
                        KafkaHeaders.DLT_ORIGINAL_OFFSET,
                        ByteBuffer.allocate(8).putLong(offset).array())
                .add(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, bytes(group))
                .add(DeadLetterHeaders.KIND, bytes("org.vigie.support.seal.SealBroken"))
                .add(DeadLetterHeaders.PLACE, bytes("org.vigie.Example:7"));
        return record;
    }

    private static long write(ProducerRecord<byte[], byte[]> record) {
        try (var log = new Log(new KafkaAddress(TestKafka.bootstrapServers(), Optional.empty()))) {
            return log.write(record).offset();
        }
    }

    private static List<String> valuesOf(String topic, String key) {
        var values = new ArrayList<String>();
        try (var log = new Log(new KafkaAddress(TestKafka.bootstrapServers(), Optional.empty()))) {
            log.read(log.partitions(List.of(topic)), record -> {
                if (new String(record.key(), UTF_8).equals(key)) {
                    values.add(new String(record.value(), UTF_8));
                }
            });
        }
        return values;
    }

    private static String run(String... words) {
        return Commands.deadLetters(TestKafka.bootstrapServers(), words);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
