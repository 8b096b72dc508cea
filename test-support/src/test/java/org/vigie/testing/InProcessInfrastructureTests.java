package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

@InProcessInfrastructure
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer")
class InProcessInfrastructureTests {

    @Configuration
    @EnableAutoConfiguration
    static class Application {}

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private KafkaAdmin admin;

    @Test
    void storesADocumentInADatabaseOfItsOwn() {
        mongo.save(new Document("_id", "a"), "things");

        assertThat(mongo.findById("a", Document.class, "things")).isNotNull();
        assertThat(mongo.getDb().getName()).startsWith("test-");
    }

    @Test
    void answersHelloAsTheHealthIndicatorAsks() {
        assertThat(mongo.executeCommand("{ hello: 1 }")).containsEntry("isWritablePrimary", true);
    }

    @Test
    void readsDeadLettersByteForByte() throws ExecutionException, InterruptedException {
        var topic = "probe-" + UUID.randomUUID();
        admin.createOrModifyTopics(new NewTopic(topic + "-dlt", 2, (short) 1));

        kafka.send(new ProducerRecord<>(topic + "-dlt", "key", new byte[] {0, -1, 2}))
                .get();

        assertThat(DeadLetters.of(topic))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).containsExactly(0, -1, 2));
    }

    @Test
    void readsNothingFromATopicThatIsNot() {
        assertThat(TopicRecords.of("no-such-topic")).isEmpty();
    }
}
