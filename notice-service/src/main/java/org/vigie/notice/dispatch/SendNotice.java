package org.vigie.notice.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.contact.RecordFeedback;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.NotYet;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.OutgoingMessage;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.delivery.WebForms;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOver;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.removal.RemovalCase;

/**
 * Takes a notice on its way one step further: claimed, handed over, sent. It can be accepted twice only if the process
 * or the connection dies between the final dot and the note of the relay's answer; then it is uncertain, rests, and is
 * sent once more byte for byte.
 */
@Service
public class SendNotice {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotice.class);
    /** Between two glances at whether the kill switch was lifted. */
    private static final Duration WHILE_STOPPED = Duration.ofMinutes(1);
    /** Between two glances at whether the chain or the look that is missing is there. */
    private static final Duration FOR_THE_OTHERS = Duration.ofMinutes(1);

    private final Notices notices;
    private final NoticeItems items;
    private final WriteNotice letters;
    private final TellCases tellCases;
    private final RecordFeedback feedback;
    private final Channel channel;
    private final WebForms webForms;
    private final FillForm forms;
    private final SendingMeter meter;
    private final AfterAttempt afterAttempt;
    private final Stops stops;
    private final SendingRules rules;
    private final NoticeQueues queues;
    private final Clock clock;

    SendNotice(
            Notices notices,
            NoticeItems items,
            WriteNotice letters,
            TellCases tellCases,
            RecordFeedback feedback,
            Channel channel,
            WebForms webForms,
            FillForm forms,
            SendingMeter meter,
            Stops stops,
            SendingRules rules,
            NoticeQueues queues,
            Clock clock) {
        this.notices = notices;
        this.items = items;
        this.letters = letters;
        this.tellCases = tellCases;
        this.feedback = feedback;
        this.channel = channel;
        this.webForms = webForms;
        this.forms = forms;
        this.meter = meter;
        this.afterAttempt = new AfterAttempt(rules);
        this.stops = stops;
        this.rules = rules;
        this.queues = queues;
        this.clock = clock;
    }

    /** Does what is due about the notice; nothing if it was done. */
    public void send(UUID noticeId) {
        var found = notices.find(noticeId);
        if (found.isEmpty()) {
            return;
        }
        var notice = found.get();
        try {
            if (isToLeave(notice) && (!rules.enabled() || rules.dryRun())) {
                return;
            }
            if (isStopped(notice)) {
                queues.send(noticeId, clock.instant().plus(WHILE_STOPPED));
                return;
            }
            switch (notice.state()) {
                case Pending pending -> first(notice, pending.claimed(clock.instant()));
                case Claimed left -> first(notice, left.claimedAgain(clock.instant()));
                case HandedOver left -> keep(afterAttempt.leftBehind(notice, left));
                case NoticeState.Uncertain uncertain -> onceMore(notice, uncertain);
                case Sent _, Failed _, Unresolved _ -> tellCases.tell(notice);
                case NoticeState.Withdrawn _ -> {}
            }
        } catch (StaleNotice _) {
            // Someone else has it, or it was touched meanwhile: what is stored decides.
            queues.send(noticeId, clock.instant().plus(NoticeState.LEFT_BEHIND));
        }
    }

    private boolean isStopped(Notice notice) {
        return isToLeave(notice) && stops.now().concerns(notice.addressee().providerId());
    }

    /** What was handed over before is settled whatever is stopped. */
    private static boolean isToLeave(Notice notice) {
        return switch (notice.state()) {
            case Pending _, Claimed _, NoticeState.Uncertain _ -> true;
            case HandedOver _, Sent _, Failed _, Unresolved _, NoticeState.Withdrawn _ -> false;
        };
    }

    private void first(Notice notice, Claimed claimed) {
        var taken = notices.saveState(notice.in(claimed));
        var cases = items.cases(taken.items());
        if (items.waitForOthers(taken.noticeId(), taken.items(), cases)) {
            keep(taken.in(claimed.waiting(clock.instant().plus(FOR_THE_OTHERS))));
            return;
        }
        var ready = upToDate(taken, claimed, cases);
        if (ready.state() instanceof Claimed) {
            deliver(ready, claimed.handedOver(clock.instant()));
        }
    }

    /**
     * What the cases do not want said any more is not said.
     *
     * @param cases as they were stored after the claim
     */
    private Notice upToDate(Notice notice, Claimed claimed, Map<UUID, RemovalCase> cases) {
        if (notice.kind() == NoticeKind.TEST) {
            return notice; // no case stands behind it
        }
        var wanted = items.now(notice.header(), notice.items(), cases);
        if (wanted.isEmpty()) {
            return keep(notice.in(claimed.withdrawn(clock.instant())));
        }
        var said = wanted.stream().map(NoticeItems.Current::item).toList();
        if (said.equals(notice.items())) {
            return notice;
        }
        try {
            var anew = notice.saying(said, letters.write(notice.header(), wanted));
            forms.follow(notice, anew);
            return notices.save(anew);
        } catch (UnsafeNotice _) {
            tellCases.unwritable(notice.noticeId(), notice.addressee(), notice.contactId(), said);
            return keep(notice.in(claimed.withdrawn(clock.instant())));
        }
    }

    private void onceMore(Notice notice, NoticeState.Uncertain uncertain) {
        if (!items.allStillWanted(notice.noticeId(), notice.items())) {
            keep(notice.in(uncertain.unresolved()));
            items.dropUnwanted(notice.noticeId(), notice.items());
            return;
        }
        deliver(notice, uncertain.handedOverAgain(clock.instant()));
    }

    private void deliver(Notice notice, HandedOver next) {
        var handOver = new RecordedHandOver(notices, () -> isStopped(notice), meter, notice, next);
        var letter = notice.letter();
        var message = new OutgoingMessage(
                letter.envelopeFrom(),
                letter.recipient(),
                notice.noticeId().toString(),
                letter.message().getBytes(StandardCharsets.ISO_8859_1));
        var result = by(letter).deliver(message, handOver);
        if (result instanceof Withdrawn) {
            throw new StaleNotice(notice.noticeId(), new IllegalStateException("withdrawn"));
        }
        count(handOver.notice(), result);
        var tried = afterAttempt.of(handOver.notice(), result, clock.instant());
        forms.follow(tried, tried);
        var settled = notices.saveState(tried);
        handOver.settled();
        followUp(settled);
        if (result instanceof NotYet && FormAddress.is(letter.recipient())) {
            forms.ask(settled);
        }
        LOG.atInfo()
                .addKeyValue("noticeId", notice.noticeId())
                .addKeyValue("noticeRef", notice.reference())
                .addKeyValue("providerId", notice.addressee().providerId())
                .addKeyValue("result", result.getClass().getSimpleName())
                .addKeyValue("state", settled.state().name())
                .log("notice delivery attempted");
    }

    private Channel by(Letter letter) {
        return FormAddress.is(letter.recipient()) ? webForms.channel() : channel;
    }

    private void count(Notice notice, DeliveryResult result) {
        meter.tried(result);
        if (result instanceof NotNow) {
            var attempt = notice.noticeId() + "/" + notice.attempts().size();
            feedback.deferred(notice.contactId(), notice.addressee().providerId(), attempt);
        }
    }

    private Notice keep(Notice notice) {
        forms.follow(notice, notice);
        var stored = notices.saveState(notice);
        followUp(stored);
        return stored;
    }

    private void followUp(Notice stored) {
        switch (stored.state()) {
            case Sent _, Failed _, Unresolved _ -> tellCases.tell(stored);
            case Pending _, Claimed _, HandedOver _, NoticeState.Uncertain _, NoticeState.Withdrawn _ ->
                stored.state().due().ifPresent(due -> queues.send(stored.noticeId(), due));
        }
    }
}
