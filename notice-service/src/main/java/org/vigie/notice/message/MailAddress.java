package org.vigie.notice.message;

import java.util.regex.Pattern;

/** One plain mail address: an ASCII dot-atom, an @ and a domain name (the strict part of RFC 5321 section 4.1.2). */
public final class MailAddress {

    private static final Pattern STRICT = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*+");
    private static final int LONGEST = 254;

    private MailAddress() {}

    /**
     * The address itself.
     *
     * @throws UnsafeNotice if it is anything but one plain address
     */
    public static String require(String address) {
        if (address.length() > LONGEST
                || address.indexOf('@') > 64
                || !STRICT.matcher(address).matches()) {
            throw new UnsafeNotice("address");
        }
        return address;
    }
}
