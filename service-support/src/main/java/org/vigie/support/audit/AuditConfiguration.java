package org.vigie.support.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.settings.VigieSettings;

/** The record of this instance, which says at the start whether it is set otherwise than before. */
@AutoConfiguration
public class AuditConfiguration {

    @Bean
    Audit audit(
            VigieSettings settings,
            @Value("${spring.application.name}") String service,
            @Value("${vigie.audit-checkpoints:#{null}}") @Nullable Path checkpoints,
            Clock clock) {
        return new Audit(
                settings.data().resolve("audit"),
                Objects.requireNonNullElseGet(checkpoints, () -> settings.data().resolve("audit-checkpoints")),
                service,
                clock,
                System::nanoTime);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> recordedSettings(Audit audit, ConfigurableEnvironment environment) {
        return _ -> audit.settings(EffectiveSettings.digest(environment));
    }

    @Bean
    MeterSource checkpointAge(Audit audit) {
        return into -> into.gauge(
                "vigie_audit_checkpoint_age_seconds",
                "How long ago the record of who did what was last signed, in real time.",
                audit.sinceCheckpoint().toSeconds());
    }
}
