package org.vigie.notice.dispatch.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.dispatch.SendingMeter;

/** Attempts and the window of the hand-over, for operators' graphs. */
@Component
class SendingMeters implements SendingMeter {

    private final MeterRegistry meters;
    private final Timer window;

    SendingMeters(MeterRegistry meters) {
        this.meters = meters;
        this.window = Timer.builder("notices.handoff")
                .description("From the note of a hand-over to the note of its answer: while it lasts, a crash can mean "
                        + "a second copy")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void tried(DeliveryResult result) {
        meters.counter("notices.attempts", "outcome", outcome(result)).increment();
    }

    @Override
    public void handOverTook(Duration took) {
        window.record(took);
    }

    private static String outcome(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Accepted _ -> "accepted";
            case DeliveryResult.Withdrawn _ -> "withdrawn";
            case DeliveryResult.NotYet _ -> "not_yet";
            case DeliveryResult.NotNow _ -> "not_now";
            case DeliveryResult.RefusedForGood _ -> "refused";
            case DeliveryResult.Uncertain _ -> "uncertain";
        };
    }
}
