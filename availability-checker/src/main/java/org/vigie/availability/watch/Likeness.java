package org.vigie.availability.watch;

import java.util.Objects;
import org.vigie.availability.probe.Answer;

/**
 * Whether a URL is answered like one that cannot exist: then the answer says nothing of it (Bar-Yossef and others, "Sic
 * transit gloria telae", 2004).
 */
enum Likeness {
    /** The answer is about the URL. */
    DIFFERENT,
    /** The same is shown for anything. */
    ALIKE,
    /** Both are text, and only their words could tell. */
    NEEDS_TEXT,
    /** What came back does not tell them apart, and does not show them to be the same. */
    UNKNOWN;

    /** Compares two answers that both show something, by their headers. */
    static Likeness of(Answer item, Answer control) {
        if (item.target() != null && Objects.equals(item.target(), control.target())) {
            return ALIKE;
        }
        if (item.isText() && control.isText()) {
            return NEEDS_TEXT;
        }
        if (!Objects.equals(item.mediaType(), control.mediaType())) {
            return DIFFERENT;
        }
        return ofContent(item, control);
    }

    private static Likeness ofContent(Answer item, Answer control) {
        var tag = item.entityTag();
        if (tag != null && tag.equals(control.entityTag())) {
            return ALIKE;
        }
        var length = item.length();
        if (length != null && control.length() != null) {
            return length.equals(control.length()) && tag == null && control.entityTag() == null ? ALIKE : DIFFERENT;
        }
        return tag != null && control.entityTag() != null ? DIFFERENT : UNKNOWN;
    }

    /**
     * Compares two texts and the text of one more URL that cannot exist. Only what does not vary between those two can
     * tell: what changes with every request, or repeats the path, is no property of the URL.
     */
    static Likeness ofTexts(Answer item, Answer control, Answer another) {
        var one = item.text();
        var two = control.text();
        var three = another.text();
        if (one == null || two == null || three == null) {
            return UNKNOWN;
        }
        var byWords = two.hasWordsOf(three) && !one.hasWordsOf(two);
        var byDetails = two.details() == three.details() && one.details() != two.details();
        var byTag = control.entityTag() != null
                && control.entityTag().equals(another.entityTag())
                && item.entityTag() != null
                && !item.entityTag().equals(control.entityTag());
        var byLength = !(one.whole() && two.whole())
                && control.length() != null
                && control.length().equals(another.length())
                && item.length() != null
                && !item.length().equals(control.length());
        if (byWords || byDetails || byTag || byLength) {
            return DIFFERENT;
        }
        return one.hasWordsOf(two) ? ALIKE : UNKNOWN;
    }

    /** Whether two texts are the same as far as they were read, so that no third need be asked for. */
    static boolean areOneText(Answer item, Answer control) {
        var one = item.text();
        var two = control.text();
        return one != null
                && two != null
                && one.hasWordsOf(two)
                && one.details() == two.details()
                && one.whole()
                && two.whole();
    }
}
