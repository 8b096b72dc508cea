package org.vigie.notice.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.report.ReportChanges;
import org.vigie.notice.report.Scope;
import org.vigie.notice.webhook.WebhookState.Cause;
import org.vigie.notice.webhook.WebhookState.Disabled;

/** What partners were not told yet though they want to be: not of those that disabled a webhook, or let it go. */
@Component
public class Backlog {

    private final Webhooks webhooks;
    private final ReportChanges changes;

    Backlog(Webhooks webhooks, ReportChanges changes) {
        this.webhooks = webhooks;
        this.changes = changes;
    }

    /**
     * Messages that wait.
     *
     * @param messages of what was passed over, one for each report
     * @param oldest for how long the oldest has waited; zero if none does
     */
    public record Waiting(long messages, Duration oldest) {}

    /** Of all webhooks, by the time given. */
    public Waiting at(Instant now) {
        var wanted = webhooks.all(Scope.EVERYBODYS).stream()
                .filter(Backlog::isWanted)
                .toList();
        return new Waiting(
                wanted.stream().mapToLong(this::messages).sum(),
                wanted.stream()
                        .flatMap(this::firstOfEach)
                        .map(change -> Duration.between(change.at(), now))
                        .filter(age -> !age.isNegative())
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private static boolean isWanted(Webhook webhook) {
        return !(webhook.state() instanceof Disabled(var _, var cause)) || cause == Cause.FAILURES;
    }

    private long messages(Webhook webhook) {
        return webhook.held().size() + changes.last(webhook.origin()) - webhook.position();
    }

    /** Of what was not sent yet, and of what was not taken. */
    private Stream<ReportChange> firstOfEach(Webhook webhook) {
        var held = webhook.held().stream().map(HeldReport::number).min(Comparator.naturalOrder());
        return Stream.concat(
                changes.after(webhook.origin(), webhook.position(), 1).stream(),
                held.flatMap(number -> changes.numbered(webhook.origin(), number)).stream());
    }
}
