package org.vigie.notice.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.vigie.support.access.PartnerKeys;

/**
 * How a key is written: {@code vgk_live_} or {@code vgk_test_}, 43 random letters and digits (256 bits), and six that
 * are the CRC-32 of all before them, so that who searches for leaked keys finds no others.
 */
final class KeyText {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String LIVE = PartnerKeys.PREFIX + "live_";
    private static final String TEST = PartnerKeys.PREFIX + "test_";
    private static final int RANDOM = 43;
    private static final int CHECK = 6;
    private static final int SHOWN = LIVE.length() + 4;

    private KeyText() {}

    static String made(boolean test, SecureRandom random) {
        var text = new StringBuilder(test ? TEST : LIVE);
        random.ints(RANDOM, 0, LETTERS.length()).forEach(letter -> text.append(LETTERS.charAt(letter)));
        return text.append(check(text.toString())).toString();
    }

    static String check(String before) {
        var sum = new CRC32();
        sum.update(before.getBytes(StandardCharsets.US_ASCII));
        var rest = sum.getValue();
        var check = new StringBuilder();
        for (int i = 0; i < CHECK; i++) {
            check.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return check.reverse().toString();
    }

    static String start(String key) {
        return key.substring(0, SHOWN);
    }

    /** What is stored. Nobody guesses 256 random bits, so one round of SHA-256 without a secret does. */
    static String hash(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
