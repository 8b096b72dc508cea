package org.vigie.notice.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.vigie.notice.escalation.CaseRecords.Arrival;
import org.vigie.support.Refusal;

/**
 * The service's own listeners and use cases over ports in memory, one event at a time: no broker, no store, no thread.
 * Records are handed to the listeners as their containers do.
 */
final class InMemoryService {

    private final AnnotationConfigApplicationContext context;
    private final Map<String, AcknowledgingConsumerAwareMessageListener<byte[], byte[]>> listeners =
            new ConcurrentHashMap<>();
    private final AtomicLong offsets = new AtomicLong();

    InMemoryService() {
        this(Map.of());
    }

    /** With further settings. */
    InMemoryService(Map<String, Object> settings) {
        this(settings, List.of());
    }

    /** With further settings, and with what is put in the place of its ports. */
    InMemoryService(Map<String, Object> settings, List<BeanPostProcessor> instead) {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of("vigie.data", "target/machine", "vigie.sender", "Hotline <notices@hotline.example>")));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", settings));
        context.register(InMemoryWiring.class);
        instead.forEach(context.getBeanFactory()::addBeanPostProcessor);
        context.refresh();
        for (var container :
                context.getBean(KafkaListenerEndpointRegistry.class).getListenerContainers()) {
            var properties = container.getContainerProperties();
            for (var topic : Objects.requireNonNull(properties.getTopics())) {
                listeners.put(topic, listener(Objects.requireNonNull(properties.getMessageListener())));
            }
        }
    }

    @SuppressWarnings("unchecked") // keys and values are bytes everywhere
    private static AcknowledgingConsumerAwareMessageListener<byte[], byte[]> listener(Object listener) {
        return (AcknowledgingConsumerAwareMessageListener<byte[], byte[]>) listener;
    }

    <T> T get(Class<T> port) {
        return context.getBean(port);
    }

    /** @throws Refusal if the listener refuses the record */
    void deliver(Arrival arrival) {
        var record = new ConsumerRecord<>(
                arrival.topic(), 0, offsets.getAndIncrement(), arrival.key().getBytes(UTF_8), arrival.value());
        try {
            Objects.requireNonNull(listeners.get(arrival.topic())).onMessage(record, null, null);
        } catch (ListenerExecutionFailedException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw e;
        }
    }
}
