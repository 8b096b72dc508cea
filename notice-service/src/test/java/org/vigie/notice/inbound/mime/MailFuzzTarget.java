package org.vigie.notice.inbound.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.vigie.notice.inbound.ReadAll;

/** What a fuzzer calls: whatever comes is read, and no exception leaves the reader. */
public final class MailFuzzTarget {

    private static final MimeMailReader READER = new MimeMailReader();

    private MailFuzzTarget() {}

    /** Loads what reads mail, as loading it under a fuzzer takes seconds that the first input would be blamed for. */
    public static void fuzzerInitialize() {
        FuzzedMailTests.SEEDS.forEach(
                mail -> fuzzerTestOneInput(mail.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    /** The name by which Jazzer finds it. */
    public static void fuzzerTestOneInput(byte[] mail) {
        ReadAll.of(READER.read(mail));
    }
}
