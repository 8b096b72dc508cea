package org.vigie.support.setup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics of topics.csv that a Kafka lacks, gives those it has the settings of topics.csv, and gives the
 * rights of acls.csv. Doing it twice is doing it once, and it takes nothing away. The number of partitions of a topic
 * that exists is never changed, as keys would move.
 */
public final class KafkaSetup {

    private final Admin admin;
    private final short replicas;
    private final PrintStream output;

    /**
     * A setup of one Kafka.
     *
     * @param admin of somebody who may make topics and give rights
     * @param replicas how many brokers hold each record of a topic that is made
     * @param output has a line for each change
     */
    public KafkaSetup(Admin admin, int replicas, PrintStream output) {
        this.admin = admin;
        this.replicas = (short) replicas;
        this.output = output;
    }

    /**
     * What the container {@code kafka-setup} runs: {@code KafkaSetup DIRECTORY}, with {@code VIGIE_KAFKA}, properties
     * of the administrator's client in {@code CLIENT}, and {@code REPLICAS}. Ends with 1 if a topic has another number
     * of partitions.
     */
    public static void main(String[] arguments) throws IOException {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
        var client = new Properties();
        client.load(new StringReader(System.getenv("CLIENT")));
        client.setProperty("bootstrap.servers", System.getenv("VIGIE_KAFKA"));
        try (var admin = Admin.create(client)) {
            var setup = new KafkaSetup(admin, Integer.parseInt(System.getenv("REPLICAS")), System.out);
            System.exit(setup.apply(Path.of(arguments[0])) ? 0 : 1);
        }
    }

    /**
     * Does it.
     *
     * @param directory of topics.csv and acls.csv
     * @return whether each topic has the partitions it should have
     * @throws IOException if one of the two cannot be read
     * @throws IllegalStateException if Kafka refuses, or does not answer within a minute; trying again may help
     */
    public boolean apply(Path directory) throws IOException {
        var topics = rows(directory, "topics.csv")
                .map(line -> TopicRow.read(line, replicas))
                .toList();
        var rights =
                Rights.of(rows(directory, "acls.csv").map(Rights.AclRow::read).toList());
        var there = partitions();
        make(topics.stream().filter(topic -> !there.containsKey(topic.topic())).toList());
        var old = topics.stream()
                .filter(topic -> there.containsKey(topic.topic()))
                .toList();
        correct(old);
        grant(rights);
        var wrong = old.stream()
                .filter(topic -> there.getOrDefault(topic.topic(), 0) != topic.partitions())
                .toList();
        wrong.forEach(topic -> output.println(topic.topic() + " has " + there.get(topic.topic())
                + " partitions and not " + topic.partitions() + ": left as it is"));
        return wrong.isEmpty();
    }

    private static Stream<String> rows(Path directory, String name) throws IOException {
        return Files.readAllLines(directory.resolve(name)).stream().skip(1);
    }

    private Map<String, Integer> partitions() {
        var names = answer(admin.listTopics().names());
        return answer(admin.describeTopics(names).allTopicNames()).values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.partitions().size()));
    }

    private void make(List<TopicRow> missing) {
        answer(admin.createTopics(
                        missing.stream().map(topic -> topic.made(replicas)).toList())
                .all());
        missing.forEach(topic -> output.println(topic.topic() + " made"));
    }

    /** Gives topics the settings that they should have. */
    private void correct(List<TopicRow> topics) {
        var wanted = topics.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topic()), TopicRow::settings));
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        answer(admin.describeConfigs(wanted.keySet()).all()).forEach((topic, has) -> {
            var wrong = wanted.getOrDefault(topic, Map.of()).entrySet().stream()
                    .filter(setting ->
                            !setting.getValue().equals(has.get(setting.getKey()).value()))
                    .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                    .toList();
            wrong.forEach(setting -> output.println(topic.name() + ": " + setting.name() + "=" + setting.value()));
            if (!wrong.isEmpty()) {
                changes.put(
                        topic,
                        wrong.stream()
                                .map(setting -> new AlterConfigOp(setting, OpType.SET))
                                .toList());
            }
        });
        answer(admin.incrementalAlterConfigs(changes).all());
    }

    private void grant(Set<AclBinding> rights) {
        var missing = new HashSet<>(rights);
        missing.removeAll(answer(admin.describeAcls(AclBindingFilter.ANY).values()));
        answer(admin.createAcls(missing).all());
        if (!missing.isEmpty()) {
            output.println(missing.size() + " rights given");
        }
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer", e);
        }
    }
}
