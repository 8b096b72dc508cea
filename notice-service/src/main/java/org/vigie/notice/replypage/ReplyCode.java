package org.vigie.notice.replypage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The code that was sent last to a notice's mailbox. Of 100 million codes five may be tried before another is sent, and
 * ten are sent a day at most: whoever goes on guessing for a year is right once in five thousand years.
 *
 * @param code digits
 * @param until it counts before this
 * @param triesLeft how often one may still be wrong
 * @param sent when this one and those before it were sent, within a day
 * @param version the stored version this was read at, absent while it was never stored
 */
public record ReplyCode(
        UUID noticeId,
        String code,
        Instant until,
        int triesLeft,
        List<Instant> sent,
        @Nullable Long version) {

    /** How long one counts. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** Between two of them. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    /** How many are sent to one mailbox for one notice a day. */
    public static final int A_DAY = 10;

    private static final int TRIES = 5;
    private static final Duration DAY = Duration.ofDays(1);

    public ReplyCode {
        sent = List.copyOf(sent);
    }

    static ReplyCode first(UUID noticeId, String code, Instant now) {
        return new ReplyCode(noticeId, code, now.plus(LIFETIME), TRIES, List.of(now), null);
    }

    /** Another one in its place. */
    ReplyCode another(String other, Instant now) {
        var all = new ArrayList<>(lately(now));
        all.add(now);
        return new ReplyCode(noticeId, other, now.plus(LIFETIME), TRIES, all, version);
    }

    /** Whether another one may be sent. */
    boolean allowsAnother(Instant now) {
        var lately = lately(now);
        return lately.size() < A_DAY && lately.stream().noneMatch(at -> now.isBefore(at.plus(PAUSE)));
    }

    boolean counts(Instant now) {
        return triesLeft > 0 && now.isBefore(until);
    }

    /** One try less, whether or not it is right. */
    ReplyCode tried() {
        return new ReplyCode(noticeId, code, until, triesLeft - 1, sent, version);
    }

    /** It counts no more. */
    ReplyCode used() {
        return new ReplyCode(noticeId, code, until, 0, sent, version);
    }

    /** In the same time for any of its length; spaces and hyphens do not count. */
    boolean is(String typed) {
        var digits = typed.replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(digits.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private List<Instant> lately(Instant now) {
        return sent.stream().filter(at -> now.isBefore(at.plus(DAY))).toList();
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "ReplyCode[%s, %d tries left]".formatted(noticeId, triesLeft);
    }
}
