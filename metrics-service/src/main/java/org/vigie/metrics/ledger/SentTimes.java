package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot.Sent;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/**
 * When notices were sent and came back that are counted in a targeting, each in its order, in epoch milliseconds. Only
 * what came after the first handover is in it: before that, nothing of the targeting is counted.
 */
record SentTimes(List<Long> notices, List<Long> bounces, List<Long> complaints) {

    static final SentTimes NONE = new SentTimes(List.of(), List.of(), List.of());

    SentTimes {
        notices = List.copyOf(notices);
        bounces = List.copyOf(bounces);
        complaints = List.copyOf(complaints);
    }

    static SentTimes of(List<Sent> sent, long handedOverAt) {
        if (sent.isEmpty()) {
            return NONE;
        }
        var times = new SentTimes(
                later(sent.stream().map(Sent::at), handedOverAt),
                later(sent.stream().map(Sent::bouncedAt), handedOverAt),
                later(sent.stream().map(Sent::complainedAt), handedOverAt));
        return times.equals(NONE) ? NONE : times;
    }

    private static List<Long> later(Stream<@Nullable Long> times, long than) {
        return times.filter(Objects::nonNull)
                .filter(time -> time > than)
                .sorted()
                .toList();
    }

    /** Of so many as are known now, how many were known then. */
    static int knownBy(long instant, int now, List<Long> times) {
        return Math.max(
                0, now - (int) times.stream().filter(time -> time > instant).count());
    }

    SentTimes asOf(long instant) {
        return equals(NONE) ? NONE : new SentTimes(by(instant, notices), by(instant, bounces), by(instant, complaints));
    }

    private static List<Long> by(long instant, List<Long> times) {
        return times.stream().filter(time -> time <= instant).toList();
    }

    byte[] toBytes() {
        var packer = new Packer();
        for (var times : List.of(notices, bounces, complaints)) {
            packer.add(times.size());
            var last = 0L;
            for (var time : times) {
                packer.add(time - last);
                last = time;
            }
        }
        return packer.toBytes();
    }

    static SentTimes read(byte[] written) {
        var unpacker = new Unpacker(written);
        return new SentTimes(times(unpacker), times(unpacker), times(unpacker));
    }

    private static List<Long> times(Unpacker unpacker) {
        var times = new ArrayList<Long>();
        var last = 0L;
        for (int left = unpacker.nextInt(); left > 0; left--) {
            last += unpacker.next();
            times.add(last);
        }
        return times;
    }
}
