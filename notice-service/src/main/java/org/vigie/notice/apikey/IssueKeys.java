package org.vigie.notice.apikey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.support.access.Partner;

/** Gives keys out and takes them back. */
@Service
public class IssueKeys {

    /** A key never counts for longer. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /** How long a key and the one that follows it count both, if nobody says. */
    private static final Duration OVERLAP = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(IssueKeys.class);

    private final ApiKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IssueKeys(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A key that was just made.
     *
     * @param text the key itself, which nobody can tell again
     */
    public record Issued(ApiKey key, String text) implements Issuing, Rotation {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Issued[%s]".formatted(key.keyId());
        }
    }

    /** What became of the wish for a first key. */
    public sealed interface Issuing {

        /** The partner's id is kept for what comes from ICCAM. */
        record Reserved() implements Issuing {}
    }

    /** What became of the wish for another key: if it was issued, both count for a while. */
    public sealed interface Rotation {

        /** The old key is to end in the past, or further in the future than a key may. */
        record OldEndRefused() implements Rotation {}

        record NoSuchKey() implements Rotation {}

        /** It was revoked, or has ended. */
        record Over() implements Rotation {}
    }

    /** The new key is to end in the past, or in more than 366 days. */
    public record EndRefused() implements Issuing, Rotation {}

    /** A first key. */
    public Issuing issue(Partner partner, Set<Right> rights, Instant expiresAt, String by) {
        if (!mayEnd(expiresAt)) {
            return new EndRefused();
        }
        return partner.isReserved() ? new Issuing.Reserved() : issue(partner, rights, expiresAt, by, null);
    }

    /**
     * Another key for the same partner and the same rights; the old one ends then at the latest.
     *
     * @param oldEnds in a week if absent
     */
    public Rotation rotate(UUID keyId, Instant expiresAt, @Nullable Instant oldEnds, String by) {
        if (!mayEnd(expiresAt)) {
            return new EndRefused();
        }
        if (oldEnds != null && !mayEnd(oldEnds)) {
            return new Rotation.OldEndRefused();
        }
        var old = keys.find(keyId);
        if (old.isEmpty()) {
            return new Rotation.NoSuchKey();
        }
        if (!old.get().countsAt(clock.instant())) {
            return new Rotation.Over();
        }
        var issued = issue(old.get().partner(), old.get().rights(), expiresAt, by, keyId);
        keys.endBy(keyId, oldEnds == null ? clock.instant().plus(OVERLAP) : oldEnds);
        return issued;
    }

    private boolean mayEnd(Instant end) {
        var now = clock.instant();
        return end.isAfter(now) && !end.isAfter(now.plus(LONGEST));
    }

    /**
     * Takes a key back at once; again, nothing changes.
     *
     * @return false if there is no such key
     */
    public boolean revoke(UUID keyId, String reason, String by) {
        if (keys.find(keyId).isEmpty()) {
            return false;
        }
        keys.revoke(keyId, new ApiKey.Revocation(by, reason, clock.instant()));
        LOG.atInfo().addKeyValue("keyId", keyId).log("key revoked");
        return true;
    }

    private Issued issue(Partner partner, Set<Right> rights, Instant expiresAt, String by, @Nullable UUID replaces) {
        var text = KeyText.made(partner.test(), random);
        var key = new ApiKey(
                UUID.randomUUID(),
                KeyText.start(text),
                KeyText.hash(text),
                partner,
                rights,
                by,
                clock.instant(),
                expiresAt,
                replaces,
                null,
                null);
        keys.add(key);
        LOG.atInfo().addKeyValue("keyId", key.keyId()).log("key issued");
        return new Issued(key, text);
    }
}
