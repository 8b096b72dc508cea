package org.vigie.notice.replylink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.message.ReplyLink;
import org.vigie.support.seal.IndexKey;
import org.vigie.support.seal.Keysets;

/**
 * Makes and opens tokens. Each names its notice and its end, and is signed with the index keyset: nothing has to be
 * kept to tell ours from any other. Of the signature 128 bits stand in it.
 */
@Component
public class ReplyTokens {

    /** How long a proof holds: a working day. */
    public static final Duration PROOF = Duration.ofHours(8);

    private static final int SIGNATURE = 16;
    private static final int CLAIMS = 1 + Long.BYTES * 3;
    /** As long as the longest of ours, which is written without padding. */
    private static final int LENGTH = 55;

    private static final byte LINK = 1;
    private static final byte PROVEN = 2;

    private final IndexKey key;
    private final ReplyRules rules;

    ReplyTokens(Keysets keysets, ReplyRules rules) {
        this.key = keysets.index();
        this.rules = rules;
    }

    /** What makes the address that mail to a notice comes back to; nobody else can make it up. */
    public String mailTag(UUID noticeId) {
        return key.token("reply", noticeId.toString()).substring(0, 2 * SIGNATURE);
    }

    /** The link that stands in the notice, empty while nobody said where the page is. */
    public Optional<ReplyLink> link(UUID noticeId, Instant createdAt) {
        var until = createdAt.plus(rules.linkLifetime());
        return rules.page().map(page -> new ReplyLink(page + "/replies/" + signed(LINK, noticeId, until), until));
    }

    /** For whoever read a code in the notice's mailbox just now. */
    public String proof(UUID noticeId, Instant now) {
        return signed(PROVEN, noticeId, now.plus(PROOF));
    }

    /** Whatever somebody has. */
    public ReplyAccess open(String token, Instant now) {
        var bytes = bytes(token);
        if (bytes.length != CLAIMS + SIGNATURE) {
            return new ReplyAccess.Unknown();
        }
        var claims = Arrays.copyOf(bytes, CLAIMS);
        var signature = Arrays.copyOfRange(bytes, CLAIMS, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(claims)) || !token.equals(written(bytes))) {
            return new ReplyAccess.Unknown();
        }
        var read = ByteBuffer.wrap(claims);
        var kind = read.get();
        var noticeId = new UUID(read.getLong(), read.getLong());
        var until = Instant.ofEpochSecond(read.getLong());
        return now.isBefore(until) ? new ReplyAccess.Opens(noticeId, kind == PROVEN, until) : new ReplyAccess.Expired();
    }

    private String signed(byte kind, UUID noticeId, Instant until) {
        var claims = ByteBuffer.allocate(CLAIMS)
                .put(kind)
                .putLong(noticeId.getMostSignificantBits())
                .putLong(noticeId.getLeastSignificantBits())
                .putLong(until.getEpochSecond())
                .array();
        return written(ByteBuffer.allocate(CLAIMS + SIGNATURE)
                .put(claims)
                .put(signature(claims))
                .array());
    }

    private byte[] signature(byte[] claims) {
        var whole = key.token("reply-token", HexFormat.of().formatHex(claims));
        return Arrays.copyOf(HexFormat.of().parseHex(whole), SIGNATURE);
    }

    private static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String token) {
        try {
            return token.length() == LENGTH
                    ? Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII))
                    : new byte[0];
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
