package org.vigie.notice.inbound;

/** Takes a message apart. */
public interface MailReader {

    /** As far as its limits go; every message has a result. */
    Mail read(byte[] message);
}
