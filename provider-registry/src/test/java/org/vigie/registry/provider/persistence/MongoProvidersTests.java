package org.vigie.registry.provider.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.vigie.registry.RegistryTest;
import org.vigie.registry.provider.EveryProvider;
import org.vigie.registry.provider.Providers;
import org.vigie.registry.provider.ProvidersContract;
import org.vigie.registry.provider.Samples;

@RegistryTest
class MongoProvidersTests implements ProvidersContract {

    private static final String COLLECTION = "providers";
    private static final String CHANGES = "provider_changes";

    private static List<Document> kept = List.of();

    private final Providers providers;
    private final MongoOperations mongo;

    MongoProvidersTests(@Autowired Providers providers, @Autowired MongoOperations mongo) {
        this.providers = providers;
        this.mongo = mongo;
    }

    /** Other tests of this context look for the providers that came with it. */
    @BeforeAll
    static void keepAll(@Autowired MongoOperations mongo) {
        kept = mongo.findAll(Document.class, COLLECTION);
    }

    @AfterAll
    static void putBack(@Autowired MongoOperations mongo) {
        empty(mongo);
        mongo.insert(kept, COLLECTION);
    }

    /** Of what was counted, too: whoever has providers at hand would take those for the newest. */
    private static void empty(MongoOperations mongo) {
        mongo.remove(new Query(), COLLECTION);
        mongo.remove(new Query(), CHANGES);
    }

    @BeforeEach
    void forgetAll() {
        empty(mongo);
    }

    @Test
    void anEmptiedStoreIsNotTakenForTheOneThatWas() {
        var every = new EveryProvider(providers);
        providers.save(Samples.host("First"));
        providers.save(Samples.host("Second"));
        assertThat(every.now().providers()).hasSize(2);

        empty(mongo);
        providers.save(Samples.host("Third"));
        providers.save(Samples.host("Fourth"));

        assertThat(every.now().providers()).isEqualTo(providers.all()).hasSize(2);
    }

    @Override
    public Providers providers() {
        return providers;
    }
}
