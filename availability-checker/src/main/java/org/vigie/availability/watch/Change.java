package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.url.WebUrl;

/** How an answer that shows something differs from how the content was answered when it was last seen: pure rules. */
enum Change {
    /** In nothing that can be told. */
    NONE,
    /** A steady answer has another type, length or version, or a redirect leads to another name: a person must say. */
    PERHAPS,
    /** A page for a picture, or a redirect to nowhere in particular. */
    SURELY;

    /**
     * Compares.
     *
     * @param baseline absent if the content was never seen: then nothing changed
     * @param asked the URL that is watched
     */
    static Change of(Answer answer, @Nullable Baseline baseline, WebUrl asked) {
        if (baseline == null) {
            return NONE;
        }
        var now = Fingerprint.of(answer);
        if (answer.landing() == Landing.SAME_PLACE && answer.gate() == null && now.isSameFile(baseline.item())) {
            return NONE;
        }
        if ((baseline.media() && isSomethingElse(answer)) || (baseline.wasDirect() && leadsElsewhere(answer))) {
            return SURELY;
        }
        if (answer.landing() != Landing.SAME_PLACE && baseline.wasDirect()) {
            // An ETag says nothing of another URL (RFC 9110, section 8.8.3).
            return keepsTheName(asked, answer.target()) ? NONE : PERHAPS;
        }
        if (now.isSurely(baseline.item())) {
            return NONE;
        }
        return baseline.isSteady() && now.contradicts(baseline.item()) ? PERHAPS : NONE;
    }

    /** By its type; browsers look into what has none. */
    private static boolean isSomethingElse(Answer answer) {
        return answer.mediaType() != null && !answer.isMedia();
    }

    /** Whether it was redirected to where more than one URL may lead. */
    static boolean leadsElsewhere(Answer answer) {
        return switch (answer.landing()) {
            case ROOT, ERROR_PAGE, SEARCH, LOGIN -> true;
            case OTHER_DOMAIN -> !answer.isMedia();
            case SAME_PLACE, OTHER_PATH -> answer.gate() != null;
        };
    }

    private static boolean keepsTheName(WebUrl asked, @Nullable WebUrl target) {
        var path = asked.path();
        var name = path.substring(path.lastIndexOf('/') + 1);
        return target != null && !name.isEmpty() && target.requestTarget().contains(name);
    }
}
