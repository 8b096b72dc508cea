package org.vigie.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.RefusedForGood;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;

/** What every {@link Channel} promises. */
public interface ChannelContract {

    OutgoingMessage MESSAGE = new OutgoingMessage(
            "notice+t1@sender.example",
            "abuse@provider.example",
            "RN-2026-00000042/1",
            "Subject: x\r\n\r\nfirst\r\n.second\r\n..\r\n.last\r\n".getBytes(StandardCharsets.US_ASCII));

    /** What the other side does with the next message. */
    enum Behaviour {
        ACCEPT,
        NOT_NOW,
        REFUSE,
        UNREACHABLE,
        VANISH_AFTER_HAND_OVER
    }

    Channel channel(Behaviour behaviour);

    /** Whole messages that the other side accepted. */
    List<byte[]> arrived();

    @Test
    default void deliversByteForByteAndAsksOnceBeforeTheFinalWord() {
        var asked = new AtomicInteger();
        var channel = channel(Behaviour.ACCEPT);

        var result = channel.deliver(MESSAGE, () -> {
            assertThat(arrived()).isEmpty();
            return asked.incrementAndGet() == 1;
        });

        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(asked).hasValue(1);
        assertThat(arrived()).containsExactly(MESSAGE.bytes());
    }

    @Test
    default void withdrawsWhatMayNotBeHandedOver() {
        var result = channel(Behaviour.ACCEPT).deliver(MESSAGE, () -> false);

        assertThat(result).isEqualTo(new Withdrawn());
        assertThat(arrived()).isEmpty();
    }

    @Test
    default void withdrawsAndThrowsOnWhatTheHandOverThrows() {
        var channel = channel(Behaviour.ACCEPT);

        assertThatThrownBy(() -> channel.deliver(MESSAGE, () -> {
                    throw new IllegalStateException("store away");
                }))
                .hasMessage("store away");
        assertThat(arrived()).isEmpty();
    }

    @Test
    default void tellsNotNowFromNever() {
        assertThat(channel(Behaviour.NOT_NOW).deliver(MESSAGE, () -> true)).isInstanceOf(NotNow.class);
        assertThat(channel(Behaviour.REFUSE).deliver(MESSAGE, () -> true)).isInstanceOf(RefusedForGood.class);
        assertThat(arrived()).isEmpty();
    }

    @Test
    default void neverAsksForTheHandOverIfNobodyIsThere() {
        var asked = new AtomicInteger();

        var result = channel(Behaviour.UNREACHABLE).deliver(MESSAGE, () -> asked.incrementAndGet() == 1);

        assertThat(result).isInstanceOf(NotNow.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    default void isUncertainIfTheAnswerIsLost() {
        assertThat(channel(Behaviour.VANISH_AFTER_HAND_OVER).deliver(MESSAGE, () -> true))
                .isEqualTo(new Uncertain());
    }
}
