package org.vigie.notice.replylink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.notice.replylink.ReplyAccess.Expired;
import org.vigie.notice.replylink.ReplyAccess.Opens;
import org.vigie.notice.replylink.ReplyAccess.Unknown;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.Keysets;

class ReplyTokensTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @TempDir
    private Path keys;

    @Test
    void opensWhatItMadeUntilItsEnd() {
        var tokens = tokens();
        var noticeId = UUID.randomUUID();
        var link = tokens.link(noticeId, NOW).orElseThrow();
        var token = link.url().substring(link.url().lastIndexOf('/') + 1);

        assertThat(link.url()).startsWith("https://hotline.example/replies/");
        assertThat(link.until()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(tokens.open(token, NOW)).isEqualTo(new Opens(noticeId, false, link.until()));
        assertThat(tokens.open(token, link.until().minusSeconds(1))).isInstanceOf(Opens.class);
        assertThat(tokens.open(token, link.until())).isInstanceOf(Expired.class);
        assertThat(tokens.open(tokens.proof(noticeId, NOW), NOW))
                .isEqualTo(new Opens(noticeId, true, NOW.plus(ReplyTokens.PROOF)));
    }

    @Test
    void opensNothingOfTenThousandAlteredOnes() {
        var tokens = tokens();
        var random = new Random(22);
        var tried = new HashSet<String>();
        while (tried.size() < 10_000) {
            var ours = tokens.proof(new UUID(random.nextLong(), random.nextLong()), NOW);
            var token = new StringBuilder(ours);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                alter(token, random);
            }
            if (!ours.contentEquals(token)) {
                assertThat(tokens.open(token.toString(), NOW)).isInstanceOf(Unknown.class);
                tried.add(token.toString());
            }
        }
        assertThat(tokens.open("", NOW)).isInstanceOf(Unknown.class);
        assertThat(tokens.open("é".repeat(55), NOW)).isInstanceOf(Unknown.class);
    }

    @Test
    void opensNothingThatAnotherKeyMade() {
        var another =
                new ReplyTokens(keysets("another"), new ReplyRules("https://hotline.example", Duration.ofDays(90)));

        assertThat(tokens().open(another.proof(UUID.randomUUID(), NOW), NOW)).isInstanceOf(Unknown.class);
    }

    @Test
    void makesNoLinkWhileNobodySaysWhereThePageIs() {
        var tokens = new ReplyTokens(keysets("one"), new ReplyRules(null, Duration.ofDays(90)));

        assertThat(tokens.link(UUID.randomUUID(), NOW)).isEmpty();
    }

    /** Always into something else: cut, lengthened, or with another letter. */
    private static void alter(StringBuilder token, Random random) {
        var at = random.nextInt(token.length());
        switch (random.nextInt(4)) {
            case 0 -> token.deleteCharAt(at);
            case 1 -> token.insert(at, LETTERS.charAt(random.nextInt(64)));
            default -> {
                var letter = LETTERS.charAt((LETTERS.indexOf(token.charAt(at)) + 1 + random.nextInt(62)) % 64);
                token.setCharAt(at, letter);
            }
        }
    }

    private ReplyTokens tokens() {
        return new ReplyTokens(keysets("one"), new ReplyRules("https://hotline.example", Duration.ofDays(90)));
    }

    private Keysets keysets(String name) {
        EvaluationKeys.makeMissing(keys.resolve(name), List.of("notice-service"));
        return new Keysets(keys.resolve(name));
    }
}
