package org.vigie.notice.message;

/** Shows a rendered message to a person. */
@FunctionalInterface
public interface ScreenReader {

    /** What the bytes say, defanged. */
    OnScreen read(byte[] message);
}
