package org.vigie.notice.inbound.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.vigie.notice.inbound.MailReader;

/** Messages for tests. */
public final class ReadMail {

    private ReadMail() {}

    /** The reader as the service has it. */
    public static MailReader reader() {
        return new MimeMailReader();
    }

    /** With the line ends of mail. */
    public static byte[] bytes(String message) {
        return message.replace("\n", "\r\n").getBytes(UTF_8);
    }
}
