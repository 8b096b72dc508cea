package org.vigie.availability.probe.http;

import java.util.List;
import org.vigie.availability.probe.Ask;

/**
 * One question on its way through redirects.
 *
 * @param cookies what was set on the way; gone with the question
 * @param steps codes of what is done, added to in order
 */
record Question(Ask ask, Cookies cookies, Deadline deadline, List<String> steps) {

    void noteStep(String step) {
        steps.add(step);
    }

    /** Says nothing of the URL. */
    @Override
    public String toString() {
        return "Question[%s]".formatted(ask);
    }
}
