package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Map;
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
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
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
    void findsByAnIndexWhatIsThereNow() {
        mongo.indexOps("indexed").createIndex(new Index("tags", Sort.Direction.ASC));
        for (int i = 0; i < 6; i++) {
            mongo.save(
                    new Document(Map.of("_id", i, "tags", List.of("each", "tag-" + i), "even", i % 2 == 0)), "indexed");
        }
        mongo.save(new Document(Map.of("_id", 1, "tags", "alone")), "indexed");
        mongo.remove(query(where("_id").is(2)), "indexed");
        mongo.save(new Document(Map.of("_id", 7, "tags", List.of("tag-0"))), "indexed");

        assertThat(tagged(where("tags").is("each"))).containsExactly(0, 3, 4, 5);
        assertThat(tagged(where("tags").is("alone"))).containsExactly(1);
        assertThat(tagged(where("tags").is("tag-2"))).isEmpty();
        assertThat(tagged(where("tags").in("tag-4", "tag-0", "none"))).containsExactlyInAnyOrder(0, 4, 7);
        assertThat(tagged(where("tags").is("each").and("even").is(true))).containsExactly(0, 4);
        assertThat(tagged(where("tags").ne("each"))).containsExactlyInAnyOrder(1, 7);
        assertThat(tagged(where("tags").in("alone", null))).containsExactly(1);
    }

    private List<Integer> tagged(Criteria criteria) {
        return mongo.find(query(criteria), Document.class, "indexed").stream()
                .map(document -> document.getInteger("_id"))
                .toList();
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
