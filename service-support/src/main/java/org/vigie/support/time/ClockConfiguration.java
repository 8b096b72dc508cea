package org.vigie.support.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.settings.OwnerOnlyFiles;
import org.vigie.support.settings.VigieSettings;

/** Chooses the one clock. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OneClock clock(VigieSettings settings) {
        if (settings.clockFile() != null) {
            return new SandboxClock(settings.clockFile());
        }
        if (settings.timeFactor() == 1) {
            return RunningClock.system();
        }
        return new RunningClock(
                Clock.systemUTC(), origin(settings.data(), Clock.systemUTC().instant()), settings.timeFactor());
    }

    /** The first start's instant, kept in the data directory so that a restart does not turn the clock back. */
    private static Instant origin(Path data, Instant now) {
        var file = data.resolve("clock-origin");
        var origin = new AtomicReference<>(now);
        OwnerOnlyFiles.locked("VIGIE_DATA", data, () -> {
            try {
                if (Files.exists(file)) {
                    origin.set(Instant.parse(Files.readString(file).strip()));
                } else {
                    OwnerOnlyFiles.write(file, now.toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        });
        return origin.get();
    }
}
