package org.vigie.availability.watch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Outcome;

/**
 * What a look found, with how it was found.
 *
 * @param outcome of the first question, for evidence
 * @param controlled whether a sibling showed that the answer is about the URL
 * @param identities names of who was told so
 * @param dnsDigest see {@link org.vigie.availability.probe.Sight}
 * @param retryAfter what the server asked for, absent if it asked for nothing
 * @param address where the URL's own host was asked, absent if nowhere; kept in memory only
 * @param steps codes of what was done, in order
 * @param baseline how things are, if it was found and a control told; absent otherwise
 */
public record Finding(
        Signal signal,
        Outcome outcome,
        boolean controlled,
        Set<String> identities,
        @Nullable String dnsDigest,
        @Nullable Duration retryAfter,
        @Nullable InetAddress address,
        List<String> steps,
        @Nullable Baseline baseline) {

    public Finding {
        identities = Set.copyOf(identities);
        steps = List.copyOf(steps);
    }

    /** Says nothing of the address. */
    @Override
    public String toString() {
        return "Finding[%s, %s]".formatted(signal, outcome.code());
    }

    /** The same, laid at our own door. */
    Finding asLocalFault() {
        return new Finding(Signal.LOCAL_FAULT, outcome, false, identities, dnsDigest, null, address, steps, null);
    }

    /** The status of the answer, absent if there was none. */
    public @Nullable Integer status() {
        return outcome instanceof Outcome.Answered(var answer) ? Integer.valueOf(answer.status()) : null;
    }

    /** Sixteen bits of the headers' hash, to tell whether they changed; absent if there was no answer. */
    public @Nullable String headerDigest() {
        return outcome instanceof Outcome.Answered(var answer) ? headerDigest(answer) : null;
    }

    static String headerDigest(Answer answer) {
        var hash = Objects.hash(
                answer.status(), answer.mediaType(), answer.length(), answer.entityTag(), answer.landing());
        return "%04x".formatted(((hash >>> 16) ^ hash) & 0xffff);
    }
}
