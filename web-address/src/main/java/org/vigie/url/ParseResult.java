package org.vigie.url;

import java.util.Optional;

/** What came of reading a string as a web address: the address, or why it is none. */
public sealed interface ParseResult {

    /** The string is a web address. */
    record Parsed(WebUrl url) implements ParseResult {}

    /** The string is not a web address. */
    record Refused(Reason reason) implements ParseResult {}

    /** Why a string was refused. */
    enum Reason {
        /** Longer than {@link WebUrl#MAX_LENGTH}, as given or as serialised. */
        TOO_LONG,
        /** A scheme other than http and https. */
        UNSUPPORTED_SCHEME,
        /** No scheme, and no base to read the rest against. */
        NOT_ABSOLUTE,
        /** A host that the WHATWG URL Standard, section 3.5, refuses, or none at all. */
        INVALID_HOST,
        /** A port that is not a number from 0 to 65535. */
        INVALID_PORT
    }

    /** The address, or empty if the string was refused. */
    default Optional<WebUrl> found() {
        return switch (this) {
            case Parsed(var url) -> Optional.of(url);
            case Refused _ -> Optional.empty();
        };
    }
}
