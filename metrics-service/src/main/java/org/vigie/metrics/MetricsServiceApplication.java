package org.vigie.metrics;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.vigie.support.work.LastResort;

/** What each provider did, in numbers that can be reproduced. */
@SpringBootApplication
public class MetricsServiceApplication {

    /**
     * The application as its own process and {@code standalone} start it; its settings are in
     * {@code metrics-service.yml}.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(MetricsServiceApplication.class)
                .properties("spring.config.name=metrics-service");
    }

    static void main(String[] arguments) {
        LastResort.install();
        builder().run(arguments);
    }
}
