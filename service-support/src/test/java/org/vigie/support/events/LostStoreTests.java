package org.vigie.support.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.vigie.testing.TestKafka;
import org.vigie.testing.TestMongo;

class LostStoreTests {

    private final Map<String, Object> kafka = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
    private final String topic = "lost-store-" + UUID.randomUUID();

    private MongoClient client;
    private MongoTemplate mongo;

    @BeforeEach
    void connect() throws Exception {
        var database = TestMongo.newDatabase();
        client = MongoClients.create(TestMongo.uri(database));
        mongo = new MongoTemplate(client, database);
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aNewInstallationIsWell() {
        assertThat(status(StoredTopic.published("cases", topic))).isEqualTo(Status.UP);
    }

    @Test
    void anOwnerWhoseStoreIsEmptyWhileItsTopicIsNotSaysSo() throws Exception {
        publish();

        assertThat(status(StoredTopic.published("cases", topic))).isEqualTo(Status.DOWN);

        mongo.insert(new Document("_id", "restored"), "cases");
        assertThat(status(StoredTopic.published("cases", topic))).isEqualTo(Status.UP);
    }

    @Test
    void aReaderThatReadAndHasNothingSaysSoAndOneThatIsNewDoesNot() throws Exception {
        publish();

        assertThat(status(StoredTopic.read("cases", topic))).isEqualTo(Status.UP);

        try (var admin = Admin.create(kafka)) {
            admin.alterConsumerGroupOffsets(topic, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(1)))
                    .all()
                    .get();
        }
        assertThat(status(StoredTopic.read("cases", topic))).isEqualTo(Status.DOWN);
    }

    /** What others had not read is lost with Kafka; a case would wait for its chain for ever. */
    @Test
    void anOwnerPublishesEverythingAgainWhoseTopicIsEmpty() throws Exception {
        mongo.insert(new Document("_id", "published").append("unpublished", false), "cases");
        lookForLostTopics();
        assertThat(mongo.findById("published", Document.class, "cases")).containsEntry("unpublished", true);

        mongo.save(new Document("_id", "published").append("unpublished", false), "cases");
        publish();
        lookForLostTopics();
        assertThat(mongo.findById("published", Document.class, "cases")).containsEntry("unpublished", false);
    }

    /** A service starts before its Kafka, too. */
    @Test
    void anOwnerWhoseKafkaDoesNotAnswerStarts() {
        mongo.insert(new Document("_id", "published").append("unpublished", false), "cases");
        var topics = List.of(StoredTopic.published("cases", "no-such-" + topic));

        new LostTopics(mongo, new KafkaAdmin(kafka), topics).start();

        assertThat(mongo.findById("published", Document.class, "cases")).containsEntry("unpublished", false);
    }

    private void lookForLostTopics() {
        new LostTopics(mongo, new KafkaAdmin(kafka), List.of(StoredTopic.published("cases", topic))).start();
    }

    private void publish() throws Exception {
        var text = new StringSerializer();
        try (var producer = new KafkaProducer<>(kafka, text, text)) {
            producer.send(new ProducerRecord<>(topic, 0, "any", "record")).get();
        }
    }

    private Status status(StoredTopic stored) {
        var store = new LostStore(mongo, new KafkaAdmin(kafka), topic, List.of(stored));
        store.start();
        return store.health().getStatus();
    }
}
