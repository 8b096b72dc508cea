package org.vigie.notice.delivery.email;

import java.util.regex.Pattern;

/**
 * What a server answered, without its words.
 *
 * @param code three digits (RFC 5321 section 4.2)
 * @param status the enhanced status code (RFC 3463), or the three digits where there was none
 * @param queueId what the server calls the message, empty where it did not say
 */
record SmtpReply(int code, String status, String queueId) {

    private static final Pattern ENHANCED =
            Pattern.compile("[245][0-9]{2}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?![0-9.]).*", Pattern.DOTALL);
    private static final Pattern QUEUED = Pattern.compile("queued as ([0-9A-Za-z]{4,32})(?![^\\s,;])");

    static SmtpReply parse(int code, String text) {
        var enhanced = ENHANCED.matcher(text);
        var queued = QUEUED.matcher(text);
        return new SmtpReply(
                code,
                enhanced.matches() ? enhanced.group(1) : Integer.toString(code),
                queued.find() ? queued.group(1) : "");
    }

    boolean accepted() {
        return code / 100 == 2;
    }

    boolean notNow() {
        return code / 100 == 4;
    }

    boolean forGood() {
        return code / 100 == 5;
    }

    /** The status and the queue id. */
    String receipt() {
        return queueId.isEmpty() ? status : status + " queued as " + queueId;
    }
}
