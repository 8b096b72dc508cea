package org.vigie.support.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sandbox's clock: it stands still until its one owner moves it. The instant is eight bytes of a file that all
 * processes of the sandbox map, so it is the same for all of them at once and outlives a killed process (a power cut it
 * need not outlive).
 */
public final class SandboxClock extends OneClock {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final MappedByteBuffer kept;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Opens the clock, making the file if it is missing.
     *
     * @throws UncheckedIOException if the file cannot be mapped
     */
    public SandboxClock(Path file) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            this.kept = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the sandbox's clock " + file, e);
        }
    }

    /** Before the first move: 1970. */
    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(kept.getLong(0));
    }

    /** Moves the clock; for its one owner. The clock never goes back. */
    public void moveTo(Instant instant) {
        if (instant.isBefore(instant())) {
            throw new IllegalArgumentException(
                    "the sandbox's clock does not go back from %s to %s".formatted(instant(), instant));
        }
        kept.putLong(0, instant.toEpochMilli());
        listeners.forEach(Runnable::run);
    }

    /** A clock that is moved says nothing of the future: look again, unless told of a move before. */
    @Override
    public Duration realTimeUntil(Instant instant) {
        return instant.isAfter(instant()) ? LOOK_AGAIN : Duration.ZERO;
    }

    @Override
    public void onMove(Runnable listener) {
        listeners.add(listener);
    }
}
