package org.vigie.notice.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.ChannelContract;
import org.vigie.notice.delivery.ChannelContract.Behaviour;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.delivery.DeliveryResult.Accepted;
import org.vigie.notice.delivery.DeliveryResult.NotNow;
import org.vigie.notice.delivery.DeliveryResult.NotYet;
import org.vigie.notice.delivery.DeliveryResult.Uncertain;
import org.vigie.notice.delivery.DeliveryResult.Withdrawn;
import org.vigie.notice.delivery.InMemoryChannel;
import org.vigie.notice.delivery.OutgoingMessage;

/** The guards keep every promise of the channel behind them, and wait on a clock that the test moves. */
class GuardedRelayTests implements ChannelContract {

    private final MovedClock clock = new MovedClock();
    private final InMemoryChannel memory = new InMemoryChannel();
    private final AtomicReference<DeliveryResult> answer = new AtomicReference<>(new Accepted("2.0.0"));
    private final Channel relay = (_, handOver) -> handOver.record() ? answer.get() : new Withdrawn();

    @Override
    public Channel channel(Behaviour behaviour) {
        return guarded(memory.behave(behaviour), 30, 1500);
    }

    @Override
    public List<byte[]> arrived() {
        return memory.accepted().stream().map(OutgoingMessage::bytes).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4.1", "4.4.2", "4.3.2", "5.3.2", "4.7.4", "4.7.5", "421"})
    void sparesARelayThatKeepsFailingForAMinuteAndThenAsksOnce(String status) {
        var guarded = guarded(relay, 30, 1500);
        answer.set(new NotNow(status));
        for (var i = 0; i < 5; i++) {
            assertThat(deliver(guarded)).isEqualTo(new NotNow(status));
        }

        var opens = clock.instant().plusSeconds(60).plusMillis(1);
        assertThat(deliver(guarded)).isEqualTo(new NotYet(opens));
        clock.moveTo(opens.minusMillis(2));
        assertThat(deliver(guarded)).isEqualTo(new NotYet(opens));

        clock.moveTo(opens);
        assertThat(deliver(guarded)).isEqualTo(new NotNow(status));
        assertThat(deliver(guarded)).isInstanceOf(NotYet.class);

        clock.moveTo(opens.plusSeconds(61));
        answer.set(new Accepted("2.0.0"));
        assertThat(deliver(guarded)).isInstanceOf(Accepted.class);
        assertThat(deliver(guarded)).isInstanceOf(Accepted.class);
    }

    @Test
    void takesLostAnswersForFailuresOfTheRelay() {
        var guarded = guarded(relay, 30, 1500);
        answer.set(new Uncertain());
        for (var i = 0; i < 5; i++) {
            deliver(guarded);
        }

        assertThat(deliver(guarded)).isInstanceOf(NotYet.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2.0", "4.2.2", "4.1.1", "450"})
    void doesNotHoldAMailboxAgainstTheRelay(String status) {
        var guarded = guarded(relay, 30, 1500);
        answer.set(new NotNow(status));
        for (var i = 0; i < 20; i++) {
            assertThat(deliver(guarded)).isEqualTo(new NotNow(status));
        }
    }

    @Test
    void whatWeWithdrewSaysNothingOfTheRelay() {
        var guarded = guarded(relay, 100, 1500);
        for (var i = 0; i < 20; i++) {
            assertThat(guarded.deliver(MESSAGE, () -> false)).isEqualTo(new Withdrawn());
            assertThatThrownBy(() -> guarded.deliver(MESSAGE, () -> {
                        throw new IllegalStateException("store away");
                    }))
                    .hasMessage("store away");
        }

        assertThat(deliver(guarded)).isInstanceOf(Accepted.class);
    }

    @Test
    void letsNoBurstReachOneRecipientDomain() {
        var guarded = guarded(relay, 3, 1500);
        for (var i = 0; i < 3; i++) {
            assertThat(deliver(guarded, "abuse@provider.example")).isInstanceOf(Accepted.class);
        }

        var held = deliver(guarded, "csam@PROVIDER.example");
        assertThat(held).isInstanceOf(NotYet.class);
        assertThat(deliver(guarded, "abuse@other.example")).isInstanceOf(Accepted.class);

        var until = ((NotYet) held).until();
        assertThat(until).isBetween(clock.instant(), clock.instant().plusSeconds(11));
        clock.moveTo(until);
        assertThat(deliver(guarded, "abuse@provider.example")).isInstanceOf(Accepted.class);
    }

    @Test
    void givesARecipientDomainOnlySoMuchInAnHour() {
        var guarded = guarded(relay, 10, 25);
        var began = clock.instant();
        var accepted = 0;
        while (clock.instant().isBefore(began.plus(Duration.ofMinutes(59)))) {
            if (deliver(guarded, "abuse@provider.example") instanceof NotYet(var until)) {
                clock.moveTo(until);
            } else {
                accepted++;
            }
        }

        assertThat(accepted).isEqualTo(25);
        clock.moveTo(began.plus(Duration.ofMinutes(61)));
        assertThat(deliver(guarded, "abuse@provider.example")).isInstanceOf(Accepted.class);
    }

    @Test
    void aClockThatIsSetBackStarvesNobody() {
        var guarded = guarded(relay, 3, 1500);
        deliver(guarded);
        clock.moveTo(clock.instant().minus(Duration.ofDays(1)));
        deliver(guarded);
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)).plusSeconds(11));

        assertThat(deliver(guarded)).isInstanceOf(Accepted.class);
    }

    @Test
    void opensNoMoreConnectionsThanAllowed() {
        var results = new AtomicReference<DeliveryResult>();
        var bulkhead = Bulkhead.of(
                "relay",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(1)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        var inner = new AtomicReference<Channel>();
        Channel busy = (_, _) -> {
            if (results.get() == null) {
                results.set(new Uncertain());
                results.set(inner.get().deliver(MESSAGE, () -> true)); // a second one while this one is under way
            }
            return new Accepted("2.0.0");
        };
        inner.set(new GuardedRelay(busy, new RelayBreaker("relay", clock), bulkhead, limits(30, 1500), clock));

        assertThat(deliver(inner.get())).isInstanceOf(Accepted.class);
        assertThat(results.get()).isEqualTo(new NotYet(clock.instant().plusSeconds(1)));
        assertThat(deliver(inner.get())).isInstanceOf(Accepted.class);
    }

    @Test
    void showsTheBreakerToOperatorsAndNoDomain() {
        var meters = new SimpleMeterRegistry();
        var breaker = new RelayBreaker("relay", clock);
        breaker.bindTo(meters);

        assertThat(meters.get("resilience4j.circuitbreaker.state")
                        .tags("name", "relay", "state", "closed")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.getMeters())
                .allSatisfy(
                        meter -> assertThat(meter.getId().getTags().toString()).doesNotContain("example"));
    }

    private GuardedRelay guarded(Channel channel, int burst, int rate) {
        return new GuardedRelay(
                channel, new RelayBreaker("relay", clock), Bulkhead.ofDefaults("relay"), limits(burst, rate), clock);
    }

    private RecipientLimits limits(int burst, int rate) {
        return new RecipientLimits(burst, rate, clock);
    }

    private static DeliveryResult deliver(Channel channel) {
        return channel.deliver(MESSAGE, () -> true);
    }

    private static DeliveryResult deliver(Channel channel, String recipient) {
        var message = new OutgoingMessage(
                "notice+t1@sender.example", recipient, "x", "x\r\n".getBytes(StandardCharsets.US_ASCII));
        return channel.deliver(message, () -> true);
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-01-05T10:00:00Z");

        void moveTo(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
