package org.vigie.notice.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.NotYet;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.OutgoingMessage;
import org.vigie.notice.delivery.WebForms;
import org.vigie.notice.dispatch.NoticeState.ToHandOver;

/** Tries to hand a notice over, by mail or by a person at a web form. */
@Component
class DeliverNotice {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverNotice.class);

    private final Channel channel;
    private final WebForms webForms;
    private final SendingMeter meter;
    private final FormTasks forms;
    private final MayLeave mayLeave;
    private final KeepNotice keep;
    private final Clock clock;

    DeliverNotice(
            Channel channel,
            WebForms webForms,
            SendingMeter meter,
            FormTasks forms,
            MayLeave mayLeave,
            KeepNotice keep,
            Clock clock) {
        this.channel = channel;
        this.webForms = webForms;
        this.meter = meter;
        this.forms = forms;
        this.mayLeave = mayLeave;
        this.keep = keep;
        this.clock = clock;
    }

    /**
     * Tries it once.
     *
     * @return the notice as it is stored then; empty if it was touched or stopped meanwhile
     */
    Optional<Notice> deliver(NoticeIn<? extends ToHandOver> ready) {
        var notice = ready.notice();
        var handOver = new RecordedHandOver(keep::store, () -> mayLeave.isStopped(notice), meter, clock, ready);
        var letter = notice.letter();
        var message = new OutgoingMessage(
                letter.envelopeFrom(),
                letter.recipient(),
                notice.noticeId().toString(),
                letter.message().getBytes(StandardCharsets.ISO_8859_1));
        var result = (notice.isForAForm() ? webForms.channel() : channel).deliver(message, handOver);
        if (result instanceof Withdrawn) {
            return Optional.empty();
        }
        meter.tried(result);
        return keep.attempted(handOver.notice(), result).flatMap(settled -> {
            handOver.settled();
            return followedUp(settled, result);
        });
    }

    private Optional<Notice> followedUp(Notice notice, DeliveryResult result) {
        var followed = keep.followUp(notice);
        if (result instanceof NotYet && notice.isForAForm()) {
            forms.ask(notice);
        }
        LOG.atInfo()
                .addKeyValue("noticeId", notice.noticeId())
                .addKeyValue("caseIds", notice.caseIds())
                .addKeyValue("noticeRef", notice.reference())
                .addKeyValue("providerId", notice.addressee().providerId())
                .addKeyValue("result", result.getClass().getSimpleName())
                .addKeyValue("state", notice.state().name())
                .log("notice delivery attempted");
        return followed;
    }
}
