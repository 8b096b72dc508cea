package org.vigie.url;

/**
 * The public suffix a name ends in.
 *
 * @param name in lower-case ASCII
 * @param section where the list has the rule that matched
 */
public record PublicSuffix(String name, Section section) {

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
