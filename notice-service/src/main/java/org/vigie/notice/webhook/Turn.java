package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Down;
import org.vigie.notice.webhook.WebhookState.FailingAlone;
import org.vigie.notice.webhook.WebhookState.Working;

/** What is sent to a webhook next. */
sealed interface Turn {

    /** The message of a change that was not sent yet. */
    record Next(ReportChange change) implements Turn {}

    /** The message that a report waits for. */
    record Again(HeldReport held) implements Turn {}

    /** Nothing before then, unless something new comes. */
    record Later(Instant due) implements Turn {}

    /** Nothing until something new comes. */
    record Nothing() implements Turn {}

    /**
     * A report's messages go in their order, and past what other reports wait for. While the receiver is down, one
     * message is sent when the pause is over: a new one rather than one that may have been refused for what it says.
     *
     * @param fresh the first change not sent yet of a report that does not wait; empty if there is none
     */
    static Turn of(Webhook webhook, Optional<ReportChange> fresh, Instant now) {
        var next = fresh.filter(_ -> webhook.held().size() < Webhook.MOST_HELD).<Turn>map(Next::new);
        var held = webhook.held().stream()
                .min(Comparator.comparing(HeldReport::next).thenComparingLong(HeldReport::number));
        return switch (webhook.state()) {
            case Disabled _ -> new Nothing();
            case Down down when now.isBefore(down.next()) -> new Later(down.next());
            case Down _ -> next.or(() -> held.map(Again::new)).orElseGet(Nothing::new);
            case Working _, FailingAlone _ ->
                held.filter(one -> !now.isBefore(one.next()))
                        .<Turn>map(Again::new)
                        .or(() -> next)
                        .or(() -> held.map(one -> new Later(one.next())))
                        .orElseGet(Nothing::new);
        };
    }
}
