package org.vigie.notice.message;

/** Shows a rendered message to a person. */
public interface ScreenReader {

    /** What the bytes say, defanged. */
    OnScreen read(byte[] message);

    /** What the bytes say, URLs exact: only for somebody who must fill them in elsewhere. */
    OnScreen exact(byte[] message);
}
