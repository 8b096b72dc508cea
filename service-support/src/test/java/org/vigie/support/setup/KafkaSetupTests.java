package org.vigie.support.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** On a broker of its own, whose authorizer lets nobody do anything but the administrator. */
class KafkaSetupTests {

    @TempDir
    private Path files;

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void start() {
        broker.brokerProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        broker.brokerProperty("super.users", "User:ANONYMOUS");
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("log.cleaner.dedupe.buffer.size", "2097152");
        broker.afterPropertiesSet();
    }

    @AfterEach
    void stop() {
        broker.destroy();
    }

    @Test
    void makesWhatIsMissingOnceAndPutsBackWhatWasChanged() throws Exception {
        Files.writeString(files.resolve("topics.csv"), """
                topic,partitions,cleanup.policy,retention.ms,max.compaction.lag.ms,min.insync.replicas
                kept,2,compact,-1,604800000,2
                small,2,delete,1209600000,9223372036854775807,2
                """);
        Files.writeString(files.resolve("acls.csv"), """
                principal,right,topic
                producers,write,small
                reader,read,small
                """);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            admin.createTopics(List.of(new NewTopic("small", 1, (short) 1)))
                    .all()
                    .get();

            // The broker learns of what its controller did a moment later.
            await().until(() -> admin.listTopics().names().get().contains("small"));

            assertThat(apply(admin)).isFalse();
            assertThat(said())
                    .containsExactly(
                            "kept made",
                            "small: retention.ms=1209600000",
                            "6 rights given",
                            "small has 1 partitions and not 2: left as it is");
            await().until(() -> admin.listTopics().names().get().contains("kept"));
            await().untilAsserted(() -> assertThat(settings(admin, "small")).contains("retention.ms=1209600000"));

            change(admin, "kept", "cleanup.policy", "delete");
            await().untilAsserted(() -> assertThat(settings(admin, "kept")).contains("cleanup.policy=delete"));
            assertThat(apply(admin)).isFalse();
            assertThat(said())
                    .containsExactly("kept: cleanup.policy=compact", "small has 1 partitions and not 2: left as it is");
        }
    }

    private boolean apply(Admin admin) throws Exception {
        said.reset();
        return new KafkaSetup(admin, 1, new PrintStream(said, true, UTF_8)).apply(files);
    }

    private List<String> said() {
        return said.toString(UTF_8).lines().toList();
    }

    private static void change(Admin admin, String topic, String name, String value) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET))))
                .all()
                .get();
    }

    private static Collection<String> settings(Admin admin, String topic) throws Exception {
        return admin
                .describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, topic)))
                .all()
                .get()
                .values()
                .stream()
                .flatMap(all -> all.entries().stream())
                .map(setting -> setting.name() + "=" + setting.value())
                .toList();
    }
}
