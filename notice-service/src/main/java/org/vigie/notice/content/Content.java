package org.vigie.notice.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A content as all cases know it, or an exact hash of one. Contents that share an exact hash are one: the smallest
 * token of its hashes names it, whatever order they came in, and every other one has given way to a smaller one.
 *
 * @param token keyed token of an exact hash
 * @param into the smaller token it gave way to, absent while it names a content
 * @param standing absent while it is only suspected; of a token that gave way, what was held of it then
 * @param untold whether cases that carry the token have not heard of its last change
 * @param version the stored version this was read at, absent while it was never stored
 */
public record Content(
        String token,
        @Nullable String into,
        @Nullable Verdict standing,
        boolean untold,
        @Nullable Long version) {

    static Content named(String token) {
        return new Content(token, null, null, false, null);
    }

    /** A hash that nobody carries yet. */
    static Content of(String token, String into) {
        return token.equals(into) ? named(token) : new Content(token, into, null, false, null);
    }

    /** It turned out to be the other one, whose cases are many already: those of this one must hear. */
    public Content givingWay(String smaller) {
        return new Content(token, smaller, standing, true, version);
    }

    Content holding(Verdict next) {
        return new Content(token, into, next, true, version);
    }

    /** Nobody says any more that it is anything but suspected; cases hear of that otherwise. */
    Content suspected() {
        return new Content(token, into, null, untold, version);
    }

    public Content told() {
        return new Content(token, into, standing, false, version);
    }

    /** The same as the store has it. */
    public Content storedAt(long stored) {
        return new Content(token, into, standing, untold, stored);
    }

    /** Whether a case would be told the same by both. */
    public boolean saysTheSameAs(Content other) {
        return token.equals(other.token) && Objects.equals(standing, other.standing);
    }

    /** Names the token, never what is held. */
    @Override
    public String toString() {
        return "Content[untold=%s, version=%s]".formatted(untold, version);
    }
}
