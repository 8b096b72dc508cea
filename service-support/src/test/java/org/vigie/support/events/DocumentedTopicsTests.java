package org.vigie.support.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/** The topics that deploy/ makes on a Kafka are those that a service makes where they are missing. */
class DocumentedTopicsTests {

    private static final String FOREVER = "-1";
    private static final String WHENEVER = Long.toString(Long.MAX_VALUE);

    @Test
    void theFileNamesEveryTopicWithItsPartitionsAndRetention() throws IOException {
        var defaults = Binder.get(new StandardEnvironment()).bindOrCreate("none", EventsProperties.class);
        var made = EventsConfiguration.every(defaults).stream()
                .map(DocumentedTopicsTests::row)
                .toList();

        assertThat(Files.readAllLines(Path.of("../deploy/kafka/topics.csv")))
                .startsWith("topic,partitions,cleanup.policy,retention.ms,max.compaction.lag.ms,min.insync.replicas")
                .filteredOn(line -> !line.startsWith("topic,"))
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(made);
    }

    private static String row(NewTopic topic) {
        var settings = topic.configs();
        return String.join(
                ",",
                topic.name(),
                Integer.toString(topic.numPartitions()),
                settings.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE),
                settings.getOrDefault(TopicConfig.RETENTION_MS_CONFIG, FOREVER),
                settings.getOrDefault(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, WHENEVER),
                "2");
    }
}
