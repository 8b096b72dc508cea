package org.vigie.support.events;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.vigie.events.Topics;
import org.vigie.support.store.StoreIndex;
import org.vigie.support.work.LastResort;

/** Topics, conversion and error handling for every listener of a service. */
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {

    /** How long dead letters and inbound records are kept, and that a record was put aside. */
    static final Duration KEPT = Duration.ofDays(14);

    /** How long a record that a later one replaced may stay, where records still come. */
    private static final Duration REPLACED = Duration.ofDays(7);

    @Bean
    EventReader eventReader(Clock clock) {
        return new EventReader(clock);
    }

    /** Records arrive as bytes, so that what cannot be read keeps its bytes on the way to the dead-letter topic. */
    @Bean
    RecordMessageConverter eventConverter(EventReader reader) {
        return new EventConverter(reader);
    }

    @Bean
    ParkedRecords parkedRecords(MongoOperations mongo, Clock clock) {
        return new ParkedRecords(mongo, clock);
    }

    @Bean
    StoreIndex parkedRecordsByTime() {
        return StoreIndex.by(ParkedRecord.class, "dead letters by age", ParkedRecords.PARKED_AT);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<byte[], byte[]> kafka,
            ParkedRecords parked,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        return new DeadLetters(kafka, parked, group);
    }

    @Bean
    AnotherTry anotherTry(
            ParkedRecords parked,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaListenerEndpointRegistry listeners,
            @Value("${spring.kafka.consumer.group-id}") String group) {
        return new AnotherTry(parked, consumers, listeners, group);
    }

    @Bean
    DeadLettersEndpoint deadLettersEndpoint(AnotherTry anotherTry) {
        return new DeadLettersEndpoint(anotherTry);
    }

    @Bean
    DefaultErrorHandler listenerErrors(DeadLetters deadLetters, EventsProperties properties) {
        return ListenerErrors.handler(deadLetters, properties);
    }

    /** Spring Kafka ends the listener that met an {@link Error} and keeps the error to itself. */
    @Bean
    ApplicationListener<ConsumerStoppedEvent> noServiceWithoutItsListeners() {
        return stopped -> {
            if (stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
                LastResort.end("a listener stopped, " + stopped.getReason());
            }
        };
    }

    @Bean
    LostStore publishedHealthIndicator(
            MongoOperations mongo,
            KafkaAdmin kafka,
            @Value("${spring.kafka.consumer.group-id}") String group,
            ObjectProvider<StoredTopic> topics) {
        return new LostStore(mongo, kafka, group, topics.orderedStream().toList());
    }

    @Bean
    LostTopics lostTopics(MongoOperations mongo, KafkaAdmin kafka, ObjectProvider<StoredTopic> topics) {
        return new LostTopics(mongo, kafka, topics.orderedStream().toList());
    }

    @Bean
    EventPublisher eventPublisher(KafkaTemplate<byte[], byte[]> kafka, Environment environment, Clock clock) {
        return new EventPublisher(kafka, environment.getRequiredProperty("spring.application.name"), clock);
    }

    /** Every topic, so that services may start in any order; one that exists is left as it is. */
    @Bean
    NewTopics topics(EventsProperties properties) {
        return new NewTopics(every(properties).toArray(NewTopic[]::new));
    }

    static List<NewTopic> every(EventsProperties properties) {
        var topics = new ArrayList<NewTopic>();
        for (var name : Topics.COMPACTED) {
            topics.add(compacted(name, properties));
            topics.add(kept(name + Topics.DEAD_LETTER_SUFFIX, properties));
        }
        for (var name : Topics.INBOUND) {
            topics.add(kept(name, properties));
            topics.add(kept(name + Topics.DEAD_LETTER_SUFFIX, properties));
        }
        return List.copyOf(topics);
    }

    /** Without a longest lag, what was replaced stays until half of a log is. */
    private static NewTopic compacted(String name, EventsProperties properties) {
        return topic(name, properties)
                .compact()
                .config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(REPLACED.toMillis()))
                .build();
    }

    private static NewTopic kept(String name, EventsProperties properties) {
        return topic(name, properties)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()))
                .build();
    }

    private static TopicBuilder topic(String name, EventsProperties properties) {
        return TopicBuilder.name(name).partitions(properties.partitions()).replicas(properties.replicas());
    }
}
