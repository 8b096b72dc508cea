package org.vigie.notice.content;

/** Contents of which cases have something to hear. */
public interface ContentQueue {

    /** Tells every case that carries the token, soon. */
    void tell(String token);
}
