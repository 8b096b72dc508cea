package org.vigie.notice.inbound;

/** Everything that is read in a mail before anything follows from it. */
public final class ReadAll {

    private ReadAll() {}

    public static void of(Mail mail) {
        Trace.of(mail);
        ReadMeaning.of(mail);
    }
}
