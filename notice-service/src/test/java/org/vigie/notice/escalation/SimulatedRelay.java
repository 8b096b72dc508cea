package org.vigie.notice.escalation;

import java.util.UUID;
import java.util.function.Consumer;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.RefusedForGood;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.HandOver;
import org.vigie.notice.delivery.OutgoingMessage;

/** A relay in a mood of its own for every message. */
final class SimulatedRelay implements Channel {

    /** What it does with a message. */
    enum Mood {
        TAKES,
        NOT_NOW,
        REFUSES,
        REFUSES_AFTER_THE_DOT,
        /** It has it, and the connection is lost. */
        VANISHES_WITH_IT,
        VANISHES_WITHOUT_IT
    }

    /** What came for a notice. */
    @SuppressWarnings("ArrayRecordComponent") // compared by who keeps it
    record Mail(UUID noticeId, byte[] bytes) {}

    private final SimulatedFaults faults;
    private Mood mood = Mood.TAKES;
    private Consumer<UUID> begins = _ -> {};
    private Consumer<Mail> taken = _ -> {};

    SimulatedRelay(SimulatedFaults faults) {
        this.faults = faults;
    }

    void is(Mood next) {
        mood = next;
    }

    /**
     * Who hears of every notice.
     *
     * @param beginning before its hand-over is written down
     * @param end in the moment in which it is taken
     */
    void tells(Consumer<UUID> beginning, Consumer<Mail> end) {
        begins = beginning;
        taken = end;
    }

    @Override
    public DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        faults.passed();
        if (mood == Mood.NOT_NOW) {
            return new NotNow("4.3.2");
        }
        if (mood == Mood.REFUSES) {
            return new RefusedForGood("5.1.1");
        }
        var notice = UUID.fromString(message.envelopeId());
        faults.whileLooking(() -> begins.accept(notice));
        if (!handOver.record()) {
            return new Withdrawn();
        }
        if (mood == Mood.REFUSES_AFTER_THE_DOT) {
            return new RefusedForGood("5.7.1");
        }
        if (mood == Mood.VANISHES_WITHOUT_IT) {
            return new Uncertain();
        }
        faults.whileLooking(() -> taken.accept(new Mail(notice, message.bytes())));
        faults.passed();
        return mood == Mood.VANISHES_WITH_IT ? new Uncertain() : new Accepted("2.0.0");
    }
}
