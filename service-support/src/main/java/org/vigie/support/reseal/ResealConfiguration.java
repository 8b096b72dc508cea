package org.vigie.support.reseal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.seal.Keysets;

/** Keys that are rotated while the service runs. */
@Configuration(proxyBeanMethods = false)
public class ResealConfiguration {

    /** Processes read a keyset again within a second of its being replaced; clocks and disks may be slow. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    @Bean
    KeysetsFit keysetsFit(MongoOperations mongo, Keysets keysets) {
        return new KeysetsFit(mongo, keysets);
    }

    @Bean
    ResealingPass resealingPass(
            MongoOperations mongo, Keysets keysets, ObjectProvider<StoredTopic> topics, Clock clock) {
        return new ResealingPass(mongo, keysets, topics.orderedStream().toList(), clock);
    }

    @Bean
    Resealing resealing(ResealingPass pass) {
        return new Resealing(pass, SETTLING);
    }

    @Bean
    KeysEndpoint keysEndpoint(Keysets keysets, ResealingPass pass) {
        return new KeysEndpoint(keysets, pass);
    }
}
