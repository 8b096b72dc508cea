package org.vigie.availability.watch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.TextPrint;

/**
 * What an answer was like, kept to tell later ones from it; digests have sixteen bits.
 *
 * @param type media type, absent if none was sent
 * @param length digest of the content's length, absent if none was sent
 * @param tag digest of the ETag, absent if none was sent
 * @param date digest of Last-Modified, absent if none was sent
 * @param to digest of where redirects led, absent if it is the same place
 * @param words similarity hash of a text; kept only of what does not exist, never of what was reported
 */
public record Fingerprint(
        int status,
        Landing landing,
        @Nullable String type,
        @Nullable String length,
        @Nullable String tag,
        @Nullable String date,
        @Nullable String to,
        @Nullable Long words) {

    /** Of the content that is watched. */
    static Fingerprint of(Answer answer) {
        return of(answer, null);
    }

    /** Of what a URL that cannot exist is answered with. */
    static Fingerprint ofNothing(Answer answer) {
        var text = answer.text();
        return of(answer, text == null ? null : Long.valueOf(text.words()));
    }

    private static Fingerprint of(Answer answer, @Nullable Long words) {
        return new Fingerprint(
                answer.status() == 206 ? 200 : answer.status(),
                answer.landing(),
                answer.mediaType(),
                digest(answer.length()),
                digest(answer.entityTag()),
                digest(answer.lastModified()),
                answer.landing() == Landing.SAME_PLACE || answer.target() == null
                        ? null
                        : digest(answer.target().hostWithoutDot()
                                + answer.target().path()),
                words);
    }

    private static @Nullable String digest(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var hash = value.hashCode() * 0x9e3779b9;
        return "%04x".formatted(hash >>> 16);
    }

    /** Whether it is certainly the same file, whatever its stated type: by length and ETag, or length and date. */
    boolean isSameFile(Fingerprint other) {
        return areSame(length, other.length) && (areSame(tag, other.tag) || areSame(date, other.date));
    }

    /** Whether it is the very same content for sure: by ETag, or by length and date. */
    boolean isSurely(Fingerprint other) {
        if (!Objects.equals(type, other.type)) {
            return false;
        }
        if (tag != null && other.tag != null) {
            return tag.equals(other.tag);
        }
        return areSame(length, other.length) && areSame(date, other.date);
    }

    /**
     * Whether type, length, or ETag and date together, say that it is something else; where one is absent, it says
     * nothing.
     */
    boolean contradicts(Fingerprint other) {
        return !Objects.equals(type, other.type)
                || areDifferent(length, other.length)
                || (areDifferent(tag, other.tag) && areDifferent(date, other.date));
    }

    private static boolean areDifferent(@Nullable String one, @Nullable String two) {
        return one != null && two != null && !one.equals(two);
    }

    /** Whether what does not exist is still answered in this way. */
    boolean isStillTold(Fingerprint now) {
        if (status != now.status || landing != now.landing) {
            return false;
        }
        if (status < 200 || status >= 300) {
            return true;
        }
        if (landing != Landing.SAME_PLACE) {
            return Objects.equals(to, now.to);
        }
        return Objects.equals(type, now.type) && (isSameContent(now) || hasWordsOf(now));
    }

    private boolean isSameContent(Fingerprint now) {
        if (tag != null && now.tag != null) {
            return tag.equals(now.tag);
        }
        return areSame(length, now.length);
    }

    private static boolean areSame(@Nullable String one, @Nullable String two) {
        return one != null && one.equals(two);
    }

    private boolean hasWordsOf(Fingerprint now) {
        return words != null && now.words != null && TextPrint.areClose(words, now.words);
    }
}
