package org.vigie.notice.delivery.webform;

import java.time.Duration;
import java.time.InstantSource;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.NotYet;
import org.vigie.notice.delivery.DeliveryResult.RefusedForGood;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.delivery.Submissions;

/** A person is the relay: the message counts as handed over when somebody recorded that the form took it. */
final class WebFormChannel implements Channel {

    private static final Duration UNTIL_THE_NEXT_GLANCE = Duration.ofDays(1);

    private final Submissions submissions;
    private final InstantSource clock;

    WebFormChannel(Submissions submissions, InstantSource clock) {
        this.submissions = submissions;
        this.clock = clock;
    }

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        return submissions
                .find(message.envelopeId())
                .map(done -> after(done, handOver))
                .orElseGet(() -> new NotYet(clock.instant().plus(UNTIL_THE_NEXT_GLANCE)));
    }

    private DeliveryResult after(Submission done, HandOver handOver) {
        return switch (done.outcome()) {
            case SUBMITTED -> handOver.record() ? new Accepted("web form") : new Withdrawn();
            case UNKNOWN -> handOver.record() ? new Uncertain() : new Withdrawn();
            case REFUSED -> new RefusedForGood("5.7.1");
            case NOT_NOW -> {
                submissions.remove(done.deliveryId());
                yield new NotNow("4.3.2");
            }
        };
    }
}
