package org.vigie.notice.report.messaging;

import org.vigie.support.Refusal;

/** A detection that is not what the topic takes; it goes to the dead-letter topic as it is. */
final class RefusedDetection extends Refusal {

    private static final long serialVersionUID = 1;

    RefusedDetection(String why) {
        super("detection refused: " + why);
    }
}
