package org.vigie.support.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for all services; each property is also read from the environment ({@code vigie.test-networks}
 * from {@code VIGIE_TEST_NETWORKS}).
 *
 * @param mode evaluation makes what it lacks; production refuses what an evaluation may do
 * @param data directory of everything that is kept outside MongoDB
 * @param keys directory of the keysets; {@code keys} in the data directory if absent
 * @param timeFactor how much faster the clock runs, at least 1; for trials
 * @param clockFile the sandbox's clock, which is moved and does not run; absent elsewhere
 * @param testNetworks address ranges that count as public; for trials
 * @param dns resolvers as {@code host:port}, the system's if empty
 */
@ConfigurationProperties("vigie")
public record VigieSettings(
        @DefaultValue("evaluation") Mode mode,
        @DefaultValue("data") Path data,
        @Nullable Path keys,
        @DefaultValue("1") int timeFactor,
        @Nullable Path clockFile,
        @DefaultValue List<String> testNetworks,
        @DefaultValue List<String> dns) {

    /** What this installation is for. */
    public enum Mode {
        EVALUATION,
        PRODUCTION
    }

    public VigieSettings {
        testNetworks = List.copyOf(testNetworks);
        dns = List.copyOf(dns);
        if (timeFactor < 1) {
            throw new IllegalArgumentException("VIGIE_TIME_FACTOR: %d is below 1".formatted(timeFactor));
        }
        if (mode == Mode.PRODUCTION) {
            refuseTrialSettings(timeFactor, clockFile, testNetworks);
        }
    }

    /** Where the keysets lie. */
    public Path keysDirectory() {
        return keys == null ? data.resolve("keys") : keys;
    }

    private static void refuseTrialSettings(int timeFactor, @Nullable Path clockFile, List<String> testNetworks) {
        var refused = new ArrayList<String>();
        if (timeFactor != 1 || clockFile != null) {
            refused.add("VIGIE_TIME_FACTOR must be unset");
        }
        if (!testNetworks.isEmpty()) {
            refused.add("VIGIE_TEST_NETWORKS must be unset");
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("VIGIE_MODE=production: " + String.join(", ", refused));
        }
    }
}
