package org.vigie.sandbox.story;

import java.time.Duration;

/**
 * What a provider sends back to mails about a page.
 *
 * @param toEach to every such mail, otherwise to the first only
 * @param after how long after the mail
 */
public record Reaction(Provider by, Way way, boolean toEach, Duration after) {

    /** How it comes back. Outcomes are words of the notices. */
    public sealed interface Way {

        /** The provider's mail server took the mail and reports that nobody has that mailbox. */
        record NoSuchMailbox() implements Way {}

        /** A machine confirms that the mail came. */
        record Machine() implements Way {}

        /** A person answers by mail. */
        record Mail(String outcome) implements Way {}

        /** A person follows the link, has a code sent and answers on the page. */
        record Page(String outcome) implements Way {}
    }

    static Reaction bounces(Provider by, Duration after) {
        return new Reaction(by, new Way.NoSuchMailbox(), false, after);
    }

    static Reaction confirmsEach(Provider by, Duration after) {
        return new Reaction(by, new Way.Machine(), true, after);
    }

    static Reaction mails(Provider by, String outcome, Duration after) {
        return new Reaction(by, new Way.Mail(outcome), false, after);
    }

    static Reaction onPage(Provider by, String outcome, Duration after) {
        return new Reaction(by, new Way.Page(outcome), false, after);
    }
}
