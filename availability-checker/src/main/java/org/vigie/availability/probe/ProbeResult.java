package org.vigie.availability.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one probe brought: its outcome, and how it was had.
 *
 * @param dnsDigest sixteen bits of the addresses' hash, to tell whether they changed and too few to find them by;
 *     absent if none were found
 * @param addresses how many of the first hop's addresses may be asked
 * @param server where the first hop was asked, absent if nowhere; kept in memory only
 * @param took in real time
 * @param steps codes of the requests made, in order, for an explanation: {@code dns found 2, head 404, get 404}
 */
public record ProbeResult(
        Outcome outcome,
        @Nullable String dnsDigest,
        int addresses,
        @Nullable InetAddress server,
        Duration took,
        List<String> steps) {

    public ProbeResult {
        steps = List.copyOf(steps);
    }

    /** Of a question that was not put. */
    public static ProbeResult notAsked(Outcome.Reason reason) {
        return new ProbeResult(new Outcome.NotAsked(reason), null, 0, null, Duration.ZERO, List.of());
    }

    /** Says nothing of the server. */
    @Override
    public String toString() {
        return "ProbeResult[%s]".formatted(outcome.code());
    }
}
