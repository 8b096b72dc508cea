package org.vigie.notice.batch;

import java.util.UUID;

/** What became of a line. */
public sealed interface LineResult {

    /** What may be asked for. */
    enum State {
        FILED,
        REFUSED
    }

    /** Its number. */
    int line();

    State state();

    /** It is a report. */
    record Filed(int line, UUID reportId, String reference) implements LineResult {

        @Override
        public State state() {
            return State.FILED;
        }
    }

    /**
     * It is none.
     *
     * @param field JSON Pointer of what is wrong, empty for the whole line
     * @param reason what was expected; never what was sent
     */
    record Refused(int line, String field, String reason) implements LineResult {

        @Override
        public State state() {
            return State.REFUSED;
        }
    }
}
