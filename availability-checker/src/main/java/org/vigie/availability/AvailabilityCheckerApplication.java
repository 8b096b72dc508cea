package org.vigie.availability;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.vigie.support.work.LastResort;

/** Is a URL still reachable, and since when not. */
@SpringBootApplication
public class AvailabilityCheckerApplication {

    /**
     * The application as its own process and {@code standalone} start it; its settings are in
     * {@code availability-checker.yml}.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(AvailabilityCheckerApplication.class)
                .properties("spring.config.name=availability-checker");
    }

    static void main(String[] arguments) {
        LastResort.install();
        builder().run(arguments);
    }
}
