package org.vigie.notice.delivery;

import java.util.ArrayList;
import java.util.List;
import org.vigie.notice.delivery.ChannelContract.Behaviour;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.RefusedForGood;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;

/** A channel that keeps what it was given and behaves as told. */
public final class InMemoryChannel implements Channel {

    private final List<OutgoingMessage> accepted = new ArrayList<>();
    private Behaviour behaviour = Behaviour.ACCEPT;

    public synchronized InMemoryChannel behave(Behaviour next) {
        behaviour = next;
        return this;
    }

    public synchronized List<OutgoingMessage> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public synchronized DeliveryResult deliver(OutgoingMessage message, HandOver handOver) {
        return switch (behaviour) {
            case NOT_NOW -> new NotNow("4.3.2");
            case REFUSE -> new RefusedForGood("5.1.1");
            case UNREACHABLE -> new NotNow("4.4.1");
            case VANISH_AFTER_HAND_OVER -> handOver.record() ? new Uncertain() : new Withdrawn();
            case ACCEPT -> handOver.record() ? accept(message) : new Withdrawn();
        };
    }

    private Accepted accept(OutgoingMessage message) {
        accepted.add(message);
        return new Accepted("2.0.0");
    }
}
