package org.vigie.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.vigie.testing.InProcessInfrastructure;

/** The whole service in one Spring context that all tests of it share; its name servers are scripted. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InProcessInfrastructure
@Import(ScriptedNames.class)
@SpringBootTest(
        classes = ProviderRegistryApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=provider-registry",
            "vigie.data=target/test-data",
            "vigie.api-token=secret",
            "vigie.test-networks=127.9.0.0/16",
            "vigie.events.partitions=1",
            "server.port=0"
        })
public @interface RegistryTest {}
