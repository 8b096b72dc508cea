package org.vigie.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.vigie.testing.InProcessInfrastructure;

/** The smallest service, which all tests with this annotation share. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InProcessInfrastructure
@SpringBootTest(
        classes = ProbeService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=probe-service",
            "vigie.data=target/probe-data",
            "vigie.api-token=secret",
            "vigie.web.body-limit=1KB",
            "vigie.web.body-time=2s",
            "server.tomcat.connection-timeout=1s",
            "vigie.events.partitions=1"
        })
public @interface ProbeTest {}
