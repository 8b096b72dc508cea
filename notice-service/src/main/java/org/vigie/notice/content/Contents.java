package org.vigie.notice.content;

import java.util.List;
import java.util.Optional;

/** What is known of contents across cases, by the keyed tokens of their exact hashes. */
public interface Contents {

    Optional<Content> find(String token);

    /**
     * Stores it.
     *
     * @return it as stored, with its new version; empty if another version is stored than the one it was read at, and
     *     nothing is stored then
     */
    Optional<Content> save(Content content);

    /** Tokens of which cases have something to hear, in no particular order. */
    List<String> untold();
}
