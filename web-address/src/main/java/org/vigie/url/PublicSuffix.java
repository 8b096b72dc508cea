package org.vigie.url;

import org.jspecify.annotations.Nullable;

/**
 * The public suffix a name ends in.
 *
 * @param name in lower-case ASCII
 * @param section where the list has the rule that matched
 * @param operator who hands names below it out, as the list's private section puts it; absent for registries' suffixes
 */
public record PublicSuffix(
        String name, Section section, @Nullable String operator) {

    /** The parts of the public suffix list. */
    public enum Section {
        /** Delegated by registries. */
        ICANN,
        /** Handed out by a company below a name of its own, such as a hosting platform. */
        PRIVATE,
        /** In neither part; the default rule takes the last label. */
        UNLISTED
    }

    @Override
    public String toString() {
        return "PublicSuffix[" + section + "]";
    }
}
