package org.vigie.standalone;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import java.util.List;
import org.springframework.boot.mongodb.autoconfigure.MongoClientFactorySupport;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Has a service reach the store in the store's own way, with the settings that Spring Boot gives its own client. */
record StoreClient(Store store) implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(
                MongoClient.class,
                () -> new Factory(
                                context.getBeanProvider(MongoClientSettingsBuilderCustomizer.class)
                                        .orderedStream()
                                        .toList(),
                                store)
                        .createMongoClient(context.getBean(MongoClientSettings.class)));
    }

    private static final class Factory extends MongoClientFactorySupport<MongoClient> {

        Factory(List<MongoClientSettingsBuilderCustomizer> customizers, Store store) {
            super(customizers, store::client);
        }
    }
}
