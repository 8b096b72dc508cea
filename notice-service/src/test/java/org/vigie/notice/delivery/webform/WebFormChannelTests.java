package org.vigie.notice.delivery.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.ChannelContract;
import org.vigie.notice.delivery.ChannelContract.Behaviour;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotYet;
import org.vigie.notice.delivery.InMemorySubmissions;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.delivery.Submission.Outcome;
import org.vigie.notice.delivery.Submissions;

class WebFormChannelTests implements ChannelContract {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final Submissions submissions = new InMemorySubmissions();
    private final List<byte[]> filledIn = new ArrayList<>();

    @Override
    public Channel channel(Behaviour behaviour) {
        recorded(
                switch (behaviour) {
                    case ACCEPT -> Outcome.SUBMITTED;
                    case NOT_NOW, UNREACHABLE -> Outcome.NOT_NOW;
                    case REFUSE -> Outcome.REFUSED;
                    case VANISH_AFTER_HAND_OVER -> Outcome.UNKNOWN;
                });
        var forms = forms();
        return (message, handOver) -> {
            var result = forms.deliver(message, handOver);
            if (result instanceof Accepted) {
                filledIn.add(message.bytes());
            }
            return result;
        };
    }

    @Override
    public List<byte[]> arrived() {
        return filledIn;
    }

    @Test
    void waitsForAPersonWithoutAskingForTheHandOver() {
        var result = forms().deliver(MESSAGE, () -> {
            throw new AssertionError("nothing was filled in");
        });

        assertThat(result).isEqualTo(new NotYet(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void asksAPersonAgainAfterNotNow() {
        recorded(Outcome.NOT_NOW);
        forms().deliver(MESSAGE, () -> true);

        assertThat(forms().deliver(MESSAGE, () -> true)).isInstanceOf(NotYet.class);
    }

    private WebFormChannel forms() {
        return new WebFormChannel(submissions, InstantSource.fixed(NOW));
    }

    private void recorded(Outcome outcome) {
        submissions.save(new Submission(MESSAGE.envelopeId(), outcome, "ticket 4711", "an.operator", NOW));
    }
}
