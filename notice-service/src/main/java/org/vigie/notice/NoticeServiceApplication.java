package org.vigie.notice;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.vigie.support.work.LastResort;

/** Reports, removal cases, notices and what became of them. */
@SpringBootApplication
public class NoticeServiceApplication {

    /**
     * The application as its own process and {@code standalone} start it; its settings are in
     * {@code notice-service.yml}.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(NoticeServiceApplication.class)
                .properties("spring.config.name=notice-service");
    }

    static void main(String[] arguments) {
        LastResort.install();
        builder().run(arguments);
    }
}
