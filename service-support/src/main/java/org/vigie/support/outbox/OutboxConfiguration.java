package org.vigie.support.outbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.events.EventPublisher;
import org.vigie.support.time.OneClock;

/** One relay for all outboxes of a service. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

    @Bean
    Relay relay(ObjectProvider<Outbox> outboxes, EventPublisher publisher, OneClock clock) {
        return new Relay(outboxes.orderedStream().toList(), publisher, clock);
    }

    @Bean
    RepublishEndpoint republishEndpoint(ObjectProvider<Outbox> outboxes, Relay relay, OneClock clock) {
        return new RepublishEndpoint(outboxes.orderedStream().toList(), relay, clock);
    }
}
