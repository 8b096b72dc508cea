package org.vigie.notice.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.notice.neighbours.Measured;
import org.vigie.notice.neighbours.Reading;

/**
 * An alert of deploy/prometheus/alerts.yml, as far as one look at the meters shows it: what counts over a time, such as
 * dead letters within the hour, only Prometheus knows.
 */
public enum Alarm {
    SERVICE_DOWN("ServiceDown", "services"),
    CHECKER_BEHIND("CheckerBehind", "checks", "vigie_checker_watermark_age_seconds", 1800),
    BRAKE_ON("BrakeOn", "checks", "vigie_brake_on", 0),
    OUTBOX_BEHIND("OutboxBehind", "queues", "vigie_outbox_behind", 0),
    CASES_STUCK("CasesStuck", "queues", "vigie_cases_stuck", 0),
    WORK_LATE("WorkLate", "queues", "vigie_work_lag_seconds", 900),
    HOLD_EXPIRED("HoldExpired", "queues", "vigie_tasks_open", 0, "kind", "HOLD_EXPIRED"),
    SENDING_STOPPED("SendingStopped", "sending", "vigie_sending_stopped", 0),
    SENDING_KEPT("SendingKept", "sending", "vigie_sending_kept_by_setting", 0),
    ICCAM_SILENT("IccamSilent", "services", "vigie_iccam_silent_seconds", 6 * 3600),
    WEBHOOKS_WAIT("WebhooksWait", "queues", "vigie_webhook_oldest_waiting_seconds", 24 * 3600),
    NOTICES_UNRESOLVED("NoticesUnresolved", "queues", "vigie_notices", 0, "state", "UNRESOLVED"),
    CASES_UNREMINDED("CasesUnreminded", "queues", "vigie_cases_unreminded", 0),
    TASKS_OVERDUE("TasksOverdue", "queues", "vigie_tasks_overdue", 0),
    HOLD_EXPIRES("HoldExpires", "queues", "vigie_tasks_open", 0, "kind", "HOLD_EXPIRY|HOLD_EXPIRES_SOON"),
    DEAD_CONTACTS("DeadContacts", "contacts", "vigie_contacts", 0, "health", "DEAD|COMPLAINED|POLICY_BLOCKED"),
    DATA_SET_OLD("DataSetOld", "data-sets"),
    DATA_SET_REFUSED("DataSetRefused", "data-sets", "vigie_data_set_refused_total", 0),
    DEAD_LETTERS("DeadLetters", "dead-letters"),
    CHECKPOINT_OVERDUE("CheckpointOverdue", "services", "vigie_audit_checkpoint_age_seconds", 7200),
    NOT_MEASURED("NotMeasured", "services", "vigie_meter_sources_failed", 0);

    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final double OLD = 90 * DAY;
    private static final Map<String, Double> OLD_BY_SET =
            Map.of("cdn-ranges", 30 * DAY, "as-table", 60 * DAY, "public-suffix-list", 180 * DAY);

    private final String alert;
    private final String section;
    private final String meter;
    private final double above;
    private final String label;
    private final String wanted;

    /** One that no single number shows. */
    Alarm(String alert, String section) {
        this(alert, section, "", 0);
    }

    Alarm(String alert, String section, String meter, double above) {
        this(alert, section, meter, above, "", "");
    }

    /** @param wanted what the label must be, several with a bar */
    Alarm(String alert, String section, String meter, double above, String label, String wanted) {
        this.alert = alert;
        this.section = section;
        this.meter = meter;
        this.above = above;
        this.label = label;
        this.wanted = wanted;
    }

    /** As Prometheus calls it. */
    public String alert() {
        return alert;
    }

    /** The part of the page that shows more, as its anchor. */
    public String section() {
        return section;
    }

    /** Those that these numbers raise, those that wake somebody first. */
    public static List<Alarm> raised(Measured now) {
        return Arrays.stream(values()).filter(alarm -> alarm.isRaised(now)).toList();
    }

    private boolean isRaised(Measured now) {
        return switch (this) {
            case SERVICE_DOWN -> !now.silent().isEmpty();
            case DATA_SET_OLD -> now.all("vigie_data_set_age_seconds").stream().anyMatch(Alarm::isOld);
            case DEAD_LETTERS -> now.all("vigie_parked_newest_seconds").stream().anyMatch(age -> age.value() < HOUR);
            case CHECKER_BEHIND,
                    BRAKE_ON,
                    OUTBOX_BEHIND,
                    CASES_STUCK,
                    WORK_LATE,
                    HOLD_EXPIRED,
                    SENDING_STOPPED,
                    SENDING_KEPT,
                    ICCAM_SILENT,
                    WEBHOOKS_WAIT,
                    NOTICES_UNRESOLVED,
                    CASES_UNREMINDED,
                    TASKS_OVERDUE,
                    HOLD_EXPIRES,
                    DEAD_CONTACTS,
                    DATA_SET_REFUSED,
                    CHECKPOINT_OVERDUE,
                    NOT_MEASURED ->
                now.largest(meter, reading -> reading.label(label).matches(wanted))
                                .orElse(0)
                        > above;
        };
    }

    /** Whether a data set's age is one at which somebody should load a newer one. */
    public static boolean isOld(Reading age) {
        return age.value()
                > Optional.ofNullable(OLD_BY_SET.get(age.label("set"))).orElse(OLD);
    }
}
