package org.vigie.notice.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.notice.removal.ReplyOutcome;

/** What one message is. */
public sealed interface Meaning {

    /** The same without what it says. */
    enum Kind {
        DELIVERY_REPORT,
        COMPLAINT,
        AUTOMATIC_REPLY,
        ANSWER,
        UNPARSED
    }

    default Kind kind() {
        return switch (this) {
            case DeliveryReport _ -> Kind.DELIVERY_REPORT;
            case Complaint _ -> Kind.COMPLAINT;
            case AutomaticReply _ -> Kind.AUTOMATIC_REPLY;
            case Answer _ -> Kind.ANSWER;
            case Unparsed _ -> Kind.UNPARSED;
        };
    }

    /**
     * A mail server tells what became of a notice.
     *
     * @param fate of the notice, from what is said of each recipient
     * @param confidence HIGH for a report in the form of RFC 3464, LOW for one in words
     */
    record DeliveryReport(Fate fate, List<Recipient> recipients, Confidence confidence) implements Meaning {
        public DeliveryReport {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * What is said of one recipient.
     *
     * @param address as the server names it, in lower case, absent if it names none
     * @param status enhanced status code (RFC 3463) or three digits of whoever refused it, empty without any
     */
    record Recipient(@Nullable String address, Fate fate, String status) {

        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Recipient[%s, %s]".formatted(fate, status);
        }
    }

    /** Somebody complains about a mail (RFC 5965), or reports abuse (X-ARF). */
    record Complaint(About about) implements Meaning {

        public enum About {
            /** A notice of ours was marked as spam or fraud. */
            ABUSE,
            /** A mail in our name failed DKIM, SPF or DMARC. */
            AUTHENTICATION,
            /** A report about something else, or that a mail is no spam. */
            OTHER
        }
    }

    /** A machine answered: it says nothing of the URL. */
    record AutomaticReply() implements Meaning {}

    /**
     * A person answered.
     *
     * @param confidence HIGH for one of the words that notices ask for, LOW for what sounds like it, and for none
     */
    record Answer(ReplyOutcome outcome, Confidence confidence) implements Meaning {}

    /** No rule knows it. */
    record Unparsed() implements Meaning {}
}
