package org.vigie.registry.rdap;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Answers kept for a while: about networks by the span the registry stated and not by the address that was asked about.
 * Bounded; the oldest goes first.
 */
final class RdapCache {

    static final Duration FRESH = Duration.ofDays(7);
    static final Duration FRESH_NOTHING = Duration.ofDays(1);
    static final Duration USABLE_IF_UNREACHABLE = Duration.ofDays(90);

    private static final int MOST = 10_000;

    private record Kept(RdapAnswer answer, Instant at) {}

    private record Spanned(InetAddress end, String key) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>();
    private final TreeMap<InetAddress, Spanned> spans =
            new TreeMap<>((one, other) -> Arrays.compareUnsigned(ordered(one), ordered(other)));

    /** An answer that need not be asked for again. */
    Optional<RdapAnswer> fresh(RdapQuery query, Instant now) {
        return find(query)
                .filter(found -> found.at().plus(lifetime(found.answer())).isAfter(now))
                .map(Kept::answer);
    }

    /** An older answer, for when nobody can be asked; never that there is nothing. */
    Optional<RdapAnswer> stale(RdapQuery query, Instant now) {
        return find(query)
                .filter(found -> found.answer() instanceof RdapAnswer.Found)
                .filter(found -> found.at().plus(USABLE_IF_UNREACHABLE).isAfter(now))
                .map(Kept::answer);
    }

    /**
     * Keeps an answer; what could not be found out is not one. What is said of a network asked for as such says nothing
     * of the smaller ones in it.
     */
    void keep(RdapQuery query, RdapAnswer answer, Instant now) {
        if (answer instanceof RdapAnswer.Unknown) {
            return;
        }
        lock.lock();
        try {
            kept.putLast(query.path(), new Kept(answer, now));
            if (query instanceof RdapQuery.Ip
                    && answer instanceof RdapAnswer.Found(RdapRecord said)
                    && said.span() != null) {
                spans.put(said.span().start(), new Spanned(said.span().end(), query.path()));
            }
            while (kept.size() > MOST) {
                var oldest = kept.pollFirstEntry();
                spans.values().removeIf(span -> span.key().equals(oldest.getKey()));
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Kept> find(RdapQuery query) {
        lock.lock();
        try {
            var exact = kept.get(query.path());
            return exact != null
                    ? Optional.of(exact)
                    : Optional.ofNullable(
                            query instanceof RdapQuery.Ip(InetAddress address) ? spanning(address) : null);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Kept spanning(InetAddress address) {
        Map.@Nullable Entry<InetAddress, Spanned> before = spans.floorEntry(address);
        var covers = before != null
                && Arrays.compareUnsigned(
                                ordered(address), ordered(before.getValue().end()))
                        <= 0;
        return covers ? kept.get(before.getValue().key()) : null;
    }

    /** IPv4 before IPv6, so that the two never mix. */
    private static byte[] ordered(InetAddress address) {
        var bytes = address.getAddress();
        var ordered = new byte[bytes.length + 1];
        ordered[0] = (byte) bytes.length;
        System.arraycopy(bytes, 0, ordered, 1, bytes.length);
        return ordered;
    }

    private static Duration lifetime(RdapAnswer answer) {
        return answer instanceof RdapAnswer.Nothing ? FRESH_NOTHING : FRESH;
    }
}
