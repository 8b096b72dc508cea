package org.vigie.notice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.vigie.testing.InProcessInfrastructure;

/** The whole service with a mail relay of its own; all tests with this annotation share one. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InProcessInfrastructure
@SpringBootTest(
        classes = NoticeServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notice-service",
            "vigie.data=target/${test.fork:fork-1}/notice-data",
            "vigie.clock-file=target/${test.fork:fork-1}/notice-clock",
            "vigie.api-token=secret",
            "vigie.desk.client=desk",
            "vigie.smtp=127.0.0.1:2525",
            "vigie.sender=Hotline <notices@hotline.example>",
            "vigie.events.partitions=1",
            "vigie.notices.countries.AU=police"
        })
@Import({MailboxChannel.class, TestWorld.class})
public @interface ServiceTest {}
