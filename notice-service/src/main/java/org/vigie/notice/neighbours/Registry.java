package org.vigie.notice.neighbours;

import java.util.List;
import java.util.UUID;

/**
 * The providers of provider-registry, asked as the person whose access token it is. Nothing is asked twice; a change
 * names the version that was read.
 */
public interface Registry {

    /** What came of a question. */
    sealed interface Answer<T> {}

    record Said<T>(T what) implements Answer<T> {}

    /**
     * Nothing was changed.
     *
     * @param detail in the registry's words, empty if it has none
     */
    record Refused<T>(Why why, String detail) implements Answer<T> {}

    /** Why nothing came of it. */
    enum Why {
        ABSENT,
        /** Somebody changed the provider since it was read. */
        EDITED,
        /** What was typed cannot be so. */
        UNFIT,
        NOT_ALLOWED,
        /** Whether a change was made is not known. */
        SILENT,
        UNKNOWN
    }

    /**
     * Those that were found.
     *
     * @param more whether there are others that are not shown
     */
    record Found(List<KnownProvider> providers, boolean more) {

        public Found {
            providers = providers == null ? List.of() : List.copyOf(providers);
        }
    }

    Answer<Found> search(String text, String token);

    Answer<KnownProvider> find(UUID id, String token);

    Answer<KnownProvider> retire(UUID id, long read, String token);

    Answer<KnownProvider> merge(UUID id, long read, UUID into, String token);

    /**
     * Says something else of it.
     *
     * @param before as it was read
     */
    Answer<KnownProvider> correct(KnownProvider before, Correction correction, String token);
}
