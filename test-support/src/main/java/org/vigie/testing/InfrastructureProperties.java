package org.vigie.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** Addresses of the shared servers as Spring properties; a server starts when its property is first read. */
final class InfrastructureProperties extends EnumerablePropertySource<String> {

    private static final String KAFKA = "spring.kafka.bootstrap-servers";
    private static final String MONGO = "spring.mongodb.uri";
    private static final String DATABASE = "spring.mongodb.database";
    private static final String ISSUER = "vigie.issuer";

    InfrastructureProperties(String database) {
        super("shared test servers", database);
    }

    @Override
    public String[] getPropertyNames() {
        return new String[] {KAFKA, MONGO, DATABASE, ISSUER};
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return switch (name) {
            case KAFKA -> TestKafka.bootstrapServers();
            case MONGO -> TestMongo.uri(getSource());
            case DATABASE -> getSource();
            case ISSUER -> TestIssuer.shared().address();
            default -> null;
        };
    }
}
