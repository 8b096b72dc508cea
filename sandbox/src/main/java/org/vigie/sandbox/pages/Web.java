package org.vigie.sandbox.pages;

import java.util.Set;
import org.vigie.sandbox.story.Answer;
import org.vigie.sandbox.story.Visit;

/** What is on the web of the world. */
public interface Web {

    /** Every address at which a server listens, now or later. */
    Set<String> addresses();

    /**
     * What the server at an address answers.
     *
     * @param host as the request names it, without port, in lower case
     */
    Answer answer(String address, String host, String path, Visit visit);
}
