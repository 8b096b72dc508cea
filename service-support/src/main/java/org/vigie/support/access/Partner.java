package org.vigie.support.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organisation that hands in reports and follows its own, by the id that its token says. Nothing else says who it
 * is: no field, parameter or header.
 *
 * @param id 1 to 64 letters, digits, dots, hyphens and underscores, of which the first is a letter or a digit
 * @param test whether it only tries how that goes: apart from what it hands in otherwise, and nothing comes of it
 */
public record Partner(String id, boolean test) implements Caller {

    /** How an id is written. */
    public static final String FORM = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    /** Whose reports are the items of ICCAM: nobody who sends a request is this one. */
    public static final String ICCAM = "iccam";

    private static final Pattern ID = Pattern.compile(FORM);

    public Partner {
        if (!isId(id)) {
            throw new IllegalArgumentException("not the id of a partner");
        }
    }

    /** One that means what it hands in. */
    public Partner(String id) {
        this(id, false);
    }

    /** The partner of this id; empty if it cannot be one. */
    public static Optional<Partner> of(String id) {
        return isId(id) ? Optional.of(new Partner(id)) : Optional.empty();
    }

    /** Whether it is none who sends requests, but something of ours that hands in by its name. */
    public boolean isReserved() {
        return id.equals(ICCAM);
    }

    private static boolean isId(String id) {
        return ID.matcher(id).matches();
    }
}
