package org.vigie.testing;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Hands the addresses of the shared servers to a context; part of the key under which Spring caches contexts. */
record InfrastructureCustomizer(String database) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var name = database.isEmpty() ? TestMongo.newDatabase() : database;
        context.getEnvironment().getPropertySources().addFirst(new InfrastructureProperties(name));
    }
}
