package org.vigie.standalone.issuer;

import java.util.List;

/**
 * Whom the issuer of an evaluation knows: a line of its file.
 *
 * @param kind {@code person}, who signs in, or {@code client}, a program that asks for a token by itself
 * @param id the subject of its tokens
 * @param roles words of docs/roles.md
 */
record Account(Kind kind, String id, List<String> roles, String secret, String name) {

    enum Kind {
        PERSON,
        CLIENT
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "%s %s".formatted(kind, id);
    }
}
