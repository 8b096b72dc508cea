package org.vigie.notice.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is recorded of a notice that was accepted: who was told when, by which message, and nothing of what it says. */
public final class Acceptance {

    /** An enhanced status code (RFC 3463) or a reply code; what a relay says after it stays out. */
    private static final Pattern CODE = Pattern.compile("2(?:\\.[0-9]{1,3}\\.[0-9]{1,3}|[0-9]{2})");

    private Acceptance() {}

    /**
     * What stands in the entry beside its time.
     *
     * @param providerName absent while it is not known here
     */
    public static Map<String, String> of(Notice notice, Instant at, @Nullable String providerName) {
        var about = new TreeMap<>(Map.of(
                "notice", notice.noticeId().toString(),
                "reference", notice.reference().toString(),
                "kind", notice.kind().name(),
                "provider", notice.addressee().providerId().toString(),
                "role", notice.addressee().role().name(),
                "contact", notice.contactId().toString(),
                "contact_kind", notice.isForAForm() ? "WEB_FORM" : "EMAIL",
                "accepted_at", at.toString(),
                "message_sha256", digest(notice.letter().message())));
        if (providerName != null) {
            about.put("provider_name", providerName);
        }
        notice.attempts().stream()
                .filter(attempt -> attempt.outcome() == Attempt.Outcome.ACCEPTED)
                .map(attempt -> CODE.matcher(attempt.status()))
                .filter(Matcher::lookingAt)
                .reduce((_, last) -> last)
                .ifPresent(code -> about.put("reply", code.group()));
        return about;
    }

    private static String digest(String message) {
        try {
            var octets = message.getBytes(StandardCharsets.ISO_8859_1);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
