package org.vigie.support.events;

import org.vigie.support.Refusal;

/**
 * A record that is not what its topic promises. The message names the field and says what is wrong, without its value.
 */
public final class UnreadableRecord extends Refusal {

    private static final long serialVersionUID = 1;

    UnreadableRecord(String field, String wrong) {
        super(field + " " + wrong);
    }
}
