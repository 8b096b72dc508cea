package org.vigie.notice.apikey;

import org.vigie.support.access.CallerRole;

/** What a key is for. */
public enum Right {
    SUBMIT(CallerRole.PARTNER_SUBMIT),
    READ(CallerRole.PARTNER_READ);

    private final CallerRole role;

    Right(CallerRole role) {
        this.role = role;
    }

    CallerRole role() {
        return role;
    }
}
