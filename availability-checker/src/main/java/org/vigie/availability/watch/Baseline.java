package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;

/**
 * How things were when a check last found the content and a URL that cannot exist was answered otherwise. Without one
 * nothing is concluded from both being answered alike: perhaps they always were.
 *
 * @param item what the content was answered with
 * @param media whether it was an image, a film, a sound or an archive
 * @param looks how many checks in a row, up to this one, found the same
 * @param sibling what the control was answered with, under the name by which it is stored
 * @param root status of the host's root, absent if it gave none
 * @param dns digest of the addresses, absent if none were found
 */
public record Baseline(
        Fingerprint item,
        boolean media,
        int looks,
        Fingerprint sibling,
        @Nullable Integer root,
        @Nullable String dns) {

    private static final int STEADY = 3;

    /** Goes on from what was known before, absent if nothing was. */
    static Baseline after(
            @Nullable Baseline before, Answer item, Answer sibling, @Nullable Integer root, @Nullable String dns) {
        var now = Fingerprint.of(item);
        return new Baseline(
                now,
                item.isMedia(),
                before == null || before.item.contradicts(now) ? 1 : Math.min(before.looks + 1, STEADY),
                Fingerprint.ofNothing(sibling),
                root,
                dns);
    }

    /** The very same was seen once more. */
    Baseline seenAgain() {
        return new Baseline(item, media, Math.min(looks + 1, STEADY), sibling, root, dns);
    }

    /** Whether it was the same often enough for a change to mean something. */
    boolean isSteady() {
        return looks >= STEADY;
    }

    /** Whether no redirect led to it. */
    boolean wasDirect() {
        return item.landing() == Landing.SAME_PLACE;
    }

    /** Whether what does not exist is answered as it was. */
    boolean controlIsAsBefore(Answer sibling) {
        return this.sibling.isStillTold(Fingerprint.ofNothing(sibling));
    }
}
