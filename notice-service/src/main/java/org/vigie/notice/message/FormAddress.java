package org.vigie.notice.message;

import java.util.regex.Pattern;

/** The https URL of a provider's own web form. */
public final class FormAddress {

    private static final Pattern STRICT = Pattern.compile("https://[!-~&&[^\"<>\\\\^`{|}]]{1,500}");

    private FormAddress() {}

    /** Whether it is one, and not a mail address. */
    public static boolean is(String address) {
        return STRICT.matcher(address).matches();
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
