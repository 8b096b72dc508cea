package org.vigie.notice.message;

import org.vigie.url.HttpsAddress;

/** The https URL of a provider's own web form. */
public final class FormAddress {

    private FormAddress() {}

    /** Whether it is one, and not a mail address. */
    public static boolean is(String address) {
        return HttpsAddress.is(address);
    }

    /**
     * A mail address as it is written to, or that of a form as it stands.
     *
     * @throws UnsafeNotice if it is neither
     */
    public static String requireItOrMail(String address) {
        return is(address) ? address : HeaderText.requireAddress(address);
    }
}
