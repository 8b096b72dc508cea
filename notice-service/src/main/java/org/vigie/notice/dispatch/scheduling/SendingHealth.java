package org.vigie.notice.dispatch.scheduling;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.dispatch.MissingSettings;
import org.vigie.notice.oversight.Stops;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/**
 * Says at start, in the health and in a meter what keeps every notice. The service itself is well meanwhile: the status
 * {@code NOT_SENDING} leaves the whole {@code UP}.
 */
@Component("sendingHealthIndicator")
class SendingHealth implements HealthIndicator, MeterSource {

    private static final Logger LOG = LoggerFactory.getLogger(SendingHealth.class);
    private static final String DRY_RUN = "VIGIE_SENDING_DRYRUN";

    private final SendingRules rules;
    private final Stops stops;
    private final MissingSettings settings;

    SendingHealth(SendingRules rules, Stops stops, MissingSettings settings) {
        this.rules = rules;
        this.stops = stops;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        settings.settle();
        rules.missing()
                .forEach(setting ->
                        LOG.atWarn().addKeyValue("setting", setting).log("a setting is missing: no notice is sent"));
        if (rules.dryRun()) {
            LOG.atWarn().addKeyValue("setting", DRY_RUN).log("dry run: notices are written and none is sent");
        }
        var stop = stops.now();
        if (stop.everything() || !stop.providers().isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("everything", stop.everything())
                    .addKeyValue("providers", stop.providers().size())
                    .log("sending is stopped by a person");
        }
    }

    @Override
    public Health health() {
        var stop = stops.now();
        var kept = keptBy(stop.everything());
        var health = kept.isEmpty() ? Health.up() : Health.status("NOT_SENDING");
        return health.withDetail("notices", kept.isEmpty() ? "sent" : String.join("; ", kept))
                .withDetail("stoppedProviders", stop.providers().size())
                .build();
    }

    /** Everything that keeps them: whoever mends one must know of the others. */
    private List<String> keptBy(boolean everythingStopped) {
        var kept = new ArrayList<String>();
        if (!rules.enabled()) {
            kept.add("wait for " + String.join(" and ", rules.missing()));
        }
        if (everythingStopped) {
            kept.add("wait until a person lifts the stop");
        }
        if (rules.dryRun()) {
            kept.add("written and not sent: " + DRY_RUN);
        }
        return kept;
    }

    @Override
    public void measure(Readings into) {
        SendingRules.NEEDED.forEach(
                setting -> kept(into, setting, rules.missing().contains(setting)));
        kept(into, DRY_RUN, rules.dryRun());
    }

    private static void kept(Readings into, String setting, boolean keeps) {
        into.gauge(
                "vigie_sending_kept_by_setting",
                "1 while the setting keeps every notice, otherwise 0.",
                keeps ? 1 : 0,
                "setting",
                setting);
    }
}
