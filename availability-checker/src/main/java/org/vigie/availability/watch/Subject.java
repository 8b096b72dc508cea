package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.WebUrl;

/**
 * What is checked, in the clear: kept in memory only.
 *
 * @param referrer the page it must be asked from, absent if none is known
 * @param foundOn the page it was seen on, absent if none is known
 * @param rule what a check may do
 */
public record Subject(
        WebUrl url, @Nullable WebUrl referrer, @Nullable WebUrl foundOn, Locator locator, ProbeRule rule) {

    /** Says nothing of the URL. */
    @Override
    public String toString() {
        return "Subject[%s, %s]".formatted(locator, rule);
    }
}
