package org.vigie.support.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.vigie.support.events.ParkedRecords.Cause;

/**
 * Hands records that this service put aside to its own listener once more, read from where they stand in their topic.
 * Nothing is written to any topic and no dead letter is read: it needs no right that the service lacks. Whatever was
 * read once may be read again, as after a crash, so a record that others have outdone meanwhile changes nothing.
 */
final class AnotherTry implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AnotherTry.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ParkedRecords parked;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final KafkaListenerEndpointRegistry listeners;
    private final String group;
    private final ExecutorService oneAfterTheOther = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("another-try").factory());

    AnotherTry(
            ParkedRecords parked,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaListenerEndpointRegistry listeners,
            String group) {
        this.parked = parked;
        this.consumers = consumers;
        this.listeners = listeners;
        this.group = group;
    }

    /** Begins, and returns with how many records it will try; one that fails again is on the list anew. */
    int begin(Predicate<Cause> wanted) {
        // the oldest first, as they came
        var records = parked.listed().reversed().stream()
                .filter(record -> wanted.test(Cause.of(record)))
                .toList();
        if (!records.isEmpty()) {
            oneAfterTheOther.execute(() -> tryAll(records));
        }
        return records.size();
    }

    private void tryAll(List<ParkedRecord> records) {
        var applied = 0;
        try (var consumer = consumers.createConsumer(group, "", "-another-try", oneAtATime())) {
            for (var record : records) {
                if (apply(consumer, record)) {
                    applied++;
                }
            }
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("failure", e.getClass().getName()).log("dead letters cannot be tried again now");
        }
        LOG.atInfo()
                .addKeyValue("topic", records.getFirst().topic())
                .addKeyValue("kind", records.getFirst().kind())
                .addKeyValue("records", records.size())
                .addKeyValue("off_the_list", applied)
                .log("dead letters were tried again");
    }

    private static Properties oneAtATime() {
        var properties = new Properties();
        properties.putAll(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1"));
        return properties;
    }

    private boolean apply(Consumer<byte[], byte[]> consumer, ParkedRecord record) {
        var listener = listener(record.topic());
        if (listener.isEmpty()) {
            return false;
        }
        var read = read(consumer, record);
        if (read.isEmpty()) {
            return false;
        }
        if (read.get().offset() == record.offset()) {
            try {
                hand(listener.get(), read.get());
            } catch (RuntimeException e) {
                parked.add(read.get(), FailureCause.of(e));
            }
        }
        return parked.applied(record);
    }

    /** The record, or the first behind it if the topic has it no more; empty if Kafka does not say. */
    private static Optional<ConsumerRecord<byte[], byte[]>> read(Consumer<byte[], byte[]> consumer, ParkedRecord one) {
        var partition = new TopicPartition(one.topic(), one.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, one.offset());
        return StreamSupport.stream(consumer.poll(PATIENCE).spliterator(), false)
                .findFirst();
    }

    /** Who reads the topic now; nobody if an earlier version of the service did. */
    private Optional<Object> listener(String topic) {
        return listeners.getListenerContainers().stream()
                .filter(container -> group.equals(container.getGroupId()))
                .map(MessageListenerContainer::getContainerProperties)
                .filter(of -> of.getTopics() != null && List.of(of.getTopics()).contains(topic))
                .map(of -> Objects.requireNonNull(of.getMessageListener()))
                .findFirst();
    }

    @SuppressWarnings("unchecked") // every listener reads bytes
    private static void hand(Object listener, ConsumerRecord<byte[], byte[]> record) {
        if (listener instanceof BatchMessageListener<?, ?> batch) {
            ((GenericMessageListener<List<ConsumerRecord<byte[], byte[]>>>) batch)
                    .onMessage(List.of(record), null, null);
        } else {
            ((GenericMessageListener<ConsumerRecord<byte[], byte[]>>) listener).onMessage(record, null, null);
        }
    }

    @Override
    public void destroy() {
        oneAfterTheOther.shutdownNow();
    }
}
