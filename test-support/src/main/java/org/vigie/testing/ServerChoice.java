package org.vigie.testing;

import org.jspecify.annotations.Nullable;

/** Where a server that tests use comes from. */
sealed interface ServerChoice {

    /** In this JVM, gone with it. */
    record InThisJvm() implements ServerChoice {}

    /** Somebody else's, at an address given by a variable. */
    record Named(String address) implements ServerChoice {}

    /** A container of its own, made from an image. */
    record Container(String image) implements ServerChoice {}

    /** An address outweighs containers, containers outweigh this JVM. */
    static ServerChoice of(@Nullable String address, boolean containers, String image) {
        if (address != null && !address.isBlank()) {
            return new Named(address);
        }
        return containers ? new Container(image) : new InThisJvm();
    }

    static ServerChoice kafka() {
        return of(System.getenv("VIGIE_KAFKA"), containers(), System.getProperty("vigie.image.kafka", "apache/kafka"));
    }

    static ServerChoice mongo() {
        return of(System.getenv("VIGIE_MONGO_URI"), containers(), System.getProperty("vigie.image.mongodb", "mongo"));
    }

    private static boolean containers() {
        return Boolean.getBoolean("vigie.containers");
    }
}
