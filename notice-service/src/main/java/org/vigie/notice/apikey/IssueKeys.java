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
    public static final Duration LONGEST = Duration.ofDays(366);

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
    public record Issued(ApiKey key, String text) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Issued[%s]".formatted(key.keyId());
        }
    }

    /** What became of the wish for another key. */
    public sealed interface Rotation {

        /** Both count for a while. */
        record Rotated(Issued issued) implements Rotation {}

        record NoSuchKey() implements Rotation {}

        /** It was revoked, or has ended. */
        record Over() implements Rotation {}
    }

    /** A first key. */
    public Issued issue(Partner partner, Set<Right> rights, Instant expiresAt, String by) {
        return issue(partner, rights, expiresAt, by, null);
    }

    /** Another key for the same partner and the same rights; the old one ends then at the latest. */
    public Rotation rotate(UUID keyId, Instant expiresAt, Instant oldEnds, String by) {
        var old = keys.find(keyId);
        if (old.isEmpty()) {
            return new Rotation.NoSuchKey();
        }
        if (!old.get().countsAt(clock.instant())) {
            return new Rotation.Over();
        }
        var issued = issue(old.get().partner(), old.get().rights(), expiresAt, by, keyId);
        keys.endBy(keyId, oldEnds);
        return new Rotation.Rotated(issued);
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
