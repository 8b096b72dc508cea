package org.vigie.registry.rdap;

import java.net.URI;
import java.time.Duration;

/** Asks a registry's server once. */
public interface RdapTransport {

    /** Never throws for what the network or the server does. */
    Reply get(URI uri);

    /** What a server sent. */
    sealed interface Reply {

        /** A body with its status; at most 1 MiB. */
        @SuppressWarnings("ArrayRecordComponent") // carried, never compared
        record Answered(int status, byte[] body) implements Reply {}

        /** Come again later, by the server's own {@code Retry-After}. */
        record Busy(int status, Duration pause) implements Reply {}

        /** Go there instead. */
        record Redirected(URI target) implements Reply {}

        /** No answer that could be used: why, as a code. */
        record Failed(String code) implements Reply {}
    }
}
