package org.vigie.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Points a Spring test at the Kafka broker and the MongoDB server that all tests of this JVM share, by setting
 * {@code spring.kafka.bootstrap-servers} and {@code spring.mongodb.uri}. A server starts when it is first asked for, so
 * a test without Kafka pays for none.
 *
 * <p>The servers are in this JVM, unless {@code VIGIE_KAFKA} or {@code VIGIE_MONGO_URI} names one, or
 * {@code -Dvigie.containers=true} asks for containers.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InProcessInfrastructure {

    /** Name of the database; empty for a new one per Spring context. */
    String database() default "";
}
