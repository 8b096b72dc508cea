package org.vigie.notice.message;

import java.util.regex.Pattern;

/**
 * Who sends notices.
 *
 * @param organisation its name, as providers know it
 * @param address its mail address; the part after the @ is the sending domain
 */
public record Sender(String organisation, String address, Capacity capacity) {

    private static final Pattern WRITTEN = Pattern.compile("\\s*\"?([^<>\"]*?)\"?\\s*<([^<>\\s]+)>\\s*");

    /** In what capacity the sender writes; it gives no power to order anything. */
    public enum Capacity {
        HOTLINE,
        /** Appointed under article 22 of Regulation (EU) 2022/2065. */
        TRUSTED_FLAGGER
    }

    public Sender {
        address = HeaderText.requireAddress(address);
        if (organisation.isBlank() || !HeaderText.isSafe(organisation)) {
            throw new UnsafeNotice("sender.organisation");
        }
    }

    /**
     * Reads {@code Organisation <notices@example.org>}.
     *
     * @throws UnsafeNotice if it is not of that form
     */
    public static Sender parse(String written, Capacity capacity) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new UnsafeNotice("sender");
        }
        return new Sender(matcher.group(1), matcher.group(2), capacity);
    }

    /** The sending domain. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
