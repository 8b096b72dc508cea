package org.vigie.support.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class OptimisticTests {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesAgainWhenAnotherWriterWasFaster() {
        var changed = Optimistic.change(() -> tries.incrementAndGet() < 3 ? Optional.empty() : Optional.of("changed"));

        assertThat(changed).isEqualTo("changed");
        assertThat(tries).hasValue(3);
    }

    @Test
    void endsWhenAnotherWriterIsAlwaysFaster() {
        assertThatThrownBy(() -> Optimistic.change(() -> {
                    tries.incrementAndGet();
                    return Optional.empty();
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(tries).hasValue(50);
    }
}
