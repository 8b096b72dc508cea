package org.vigie.notice.inbound.mime;

import org.vigie.notice.inbound.ReadAll;

/** What a fuzzer calls: whatever comes is read, and no exception leaves the reader. */
public final class MailFuzzTarget {

    private static final MimeMailReader READER = new MimeMailReader();

    private MailFuzzTarget() {}

    /** The name by which Jazzer finds it. */
    public static void fuzzerTestOneInput(byte[] mail) {
        ReadAll.of(READER.read(mail));
    }
}
