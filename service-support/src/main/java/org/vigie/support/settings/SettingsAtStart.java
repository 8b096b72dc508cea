package org.vigie.support.settings;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Checks the variables that are handed on to the web server, Kafka and MongoDB, whose own complaints name settings of
 * theirs. An empty one is left to them.
 */
final class SettingsAtStart implements EnvironmentPostProcessor {

    /** What a variable must be, and how that is said. */
    private record Wanted(Predicate<String> form, String said) {
        static Wanted matching(String pattern, String said) {
            return new Wanted(Pattern.compile(pattern).asMatchPredicate(), said);
        }
    }

    private static final Wanted PORT = new Wanted(SettingsAtStart::isPort, "a port from 0 to 65535");

    private static final Map<String, Wanted> CHECKED = new TreeMap<>(Map.of(
            "VIGIE_BIND",
            Wanted.matching("[A-Za-z0-9.:%-]+", "an address of this machine, such as 127.0.0.1"),
            "VIGIE_PORT_NOTICE",
            PORT,
            "VIGIE_PORT_REGISTRY",
            PORT,
            "VIGIE_PORT_CHECKER",
            PORT,
            "VIGIE_PORT_METRICS",
            PORT,
            "VIGIE_KAFKA",
            Wanted.matching(
                    "[^\\s,]+:[0-9]{1,5}(?:\\s*,\\s*[^\\s,]+:[0-9]{1,5})*", "host:port, or several with commas"),
            "VIGIE_MONGO_URI",
            Wanted.matching("mongodb(?:\\+srv)?://\\S+", "a connection string, mongodb://host:port"),
            "VIGIE_MODE",
            Wanted.matching("(?i)evaluation|production", "evaluation or production"),
            "VIGIE_TIME_FACTOR",
            Wanted.matching("[1-9][0-9]{0,8}", "a whole number from 1 on")));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        CHECKED.forEach((name, wanted) -> {
            var given = environment.getProperty(name);
            if (given != null && !given.isBlank() && !wanted.form().test(given.strip())) {
                throw new IllegalArgumentException("%s: expected %s".formatted(name, wanted.said()));
            }
        });
    }

    private static boolean isPort(String given) {
        return given.matches("[0-9]{1,5}") && Integer.parseInt(given) <= 65_535;
    }
}
