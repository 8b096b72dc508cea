package org.vigie.registry.rdap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.registry.rdap.RdapTransport.Reply;

class PoliteTransportTests {

    private static final URI BAD = URI.create("https://bad.example/");
    private static final Reply GOOD = new Reply.Redirected(URI.create("https://elsewhere.example/"));

    private final AtomicInteger calls = new AtomicInteger();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final PoliteTransport polite = transport(Duration.ofMillis(1));

    @Test
    void leavesAServerAloneThatKeepsFailing() {
        for (int i = 0; i < 20; i++) {
            polite.get(BAD);
        }

        assertThat(calls).hasValue(5);
        assertThat(polite.get(BAD)).isEqualTo(new Reply.Failed("SERVER_KEEPS_FAILING"));
        assertThat(polite.get(URI.create("https://other.example/"))).isEqualTo(new Reply.Failed("TIMEOUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "NO_CONNECTION"})
    void asksOnceMoreAfterAPassingFault(String fault) {
        replies.addAll(List.of(new Reply.Failed(fault), GOOD));

        assertThat(polite.get(BAD)).isEqualTo(GOOD);
        assertThat(calls).hasValue(2);
    }

    @Test
    void asksOnceMoreAfterAFaultOfTheServer() {
        replies.addAll(List.of(new Reply.Answered(502, new byte[0]), GOOD));

        assertThat(polite.get(BAD)).isEqualTo(GOOD);
    }

    @Test
    void takesTooManyRequestsForAnAnswer() {
        replies.addAll(List.of(new Reply.Answered(429, new byte[0]), GOOD));

        assertThat(polite.get(BAD)).isInstanceOf(Reply.Answered.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void leavesAServerAloneForAsLongAsItAsked() {
        var busy = new Reply.Busy(429, Duration.ofMinutes(2));
        replies.addAll(List.of(busy, GOOD));

        assertThat(polite.get(BAD)).isEqualTo(busy);
        assertThat(polite.get(BAD)).isEqualTo(new Reply.Failed("SERVER_KEEPS_FAILING"));
        assertThat(polite.get(URI.create("https://other.example/"))).isEqualTo(GOOD);
    }

    @Test
    void asksAServerNoMoreOftenThanIsPoliteAndOthersMeanwhile() {
        var slow = transport(Duration.ofMillis(300));
        replies.addAll(List.of(GOOD, GOOD, GOOD));
        long start = System.nanoTime();

        slow.get(BAD);
        slow.get(URI.create("https://other.example/"));
        slow.get(BAD);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
        assertThat(calls).hasValue(3);
    }

    private PoliteTransport transport(Duration between) {
        return new PoliteTransport(
                _ -> {
                    calls.incrementAndGet();
                    return replies.isEmpty() ? new Reply.Failed("TIMEOUT") : replies.poll();
                },
                between);
    }
}
