package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;

/**
 * What a check concludes.
 *
 * @param baseline how things are, if the content was found and a control showed that the answer is about the URL, now
 *     or when the very same was found before; absent otherwise
 */
record Conclusion(
        Signal signal, boolean controlled, @Nullable Baseline baseline) {

    static Conclusion of(Signal signal) {
        return new Conclusion(signal, false, null);
    }

    static Conclusion controlled(Signal signal) {
        return new Conclusion(signal, true, null);
    }
}
