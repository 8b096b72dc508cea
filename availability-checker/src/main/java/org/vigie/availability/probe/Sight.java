package org.vigie.availability.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one question showed.
 *
 * @param dnsDigest sixteen bits of the addresses' hash, to tell whether they changed and too few to find them by;
 *     absent if none were found
 * @param addresses how many of the first hop's addresses may be asked
 * @param server where the first hop was asked, absent if nowhere; kept in memory only
 * @param took in real time
 * @param steps codes of what was done, in order, for an explanation: {@code dns found 2, head 404, get 404}
 */
public record Sight(
        Outcome outcome,
        @Nullable String dnsDigest,
        int addresses,
        @Nullable InetAddress server,
        Duration took,
        List<String> steps) {

    public Sight {
        steps = List.copyOf(steps);
    }

    /** Says nothing of the server. */
    @Override
    public String toString() {
        return "Sight[%s]".formatted(outcome.code());
    }
}
