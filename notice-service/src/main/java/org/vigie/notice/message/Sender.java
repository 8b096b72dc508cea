package org.vigie.notice.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sends notices.
 *
 * @param organisation its name, as providers know it
 * @param address its mail address; the part after the @ is the sending domain, and its mailbox takes {@code +}
 *     addresses
 * @param page https URL of a page that says who it is and how to reach it, absent if the operator named none
 */
public record Sender(
        String organisation,
        String address,
        Capacity capacity,
        @Nullable String page) {

    /** Room for a plus sign and a token, within the 64 octets of RFC 5321, section 4.5.3.1.1. */
    private static final int LONGEST_MAILBOX = 31;

    private static final Pattern WRITTEN = Pattern.compile("\\s*+\"?+([^<>\"]*?)\"?\\s*+<([^<>\\s]+)>\\s*");

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
        if (address.indexOf('@') > LONGEST_MAILBOX) {
            throw new UnsafeNotice("sender.address");
        }
        if (page != null && !FormAddress.is(page)) {
            throw new UnsafeNotice("sender.page");
        }
    }

    /** A sender without a page. */
    public Sender(String organisation, String address, Capacity capacity) {
        this(organisation, address, capacity, null);
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

    /** The same with a page that says who it is. */
    public Sender with(@Nullable String itsPage) {
        return new Sender(organisation, address, capacity, itsPage);
    }

    /** The sender's own mailbox under a name of its own for each token. */
    String tagged(String token) {
        var at = address.indexOf('@');
        return HeaderText.requireAddress(address.substring(0, at) + "+" + token + address.substring(at));
    }

    /** The sending domain. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
