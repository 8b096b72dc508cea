package org.vigie.notice.retention;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.vigie.notice.inbound.Messages;

/** Erases mail that answers none of our notices once its time is over; mail that a person has still to read stays. */
@Service
public class EraseMail {

    static final String MAIL = "mail";

    private final Messages messages;
    private final Erasures erasures;
    private final RetentionRules rules;
    private final Clock clock;

    EraseMail(Messages messages, Erasures erasures, RetentionRules rules, Clock clock) {
        this.messages = messages;
        this.erasures = erasures;
        this.rules = rules;
        this.clock = clock;
    }

    /** Any number of processes may do this at the same time. */
    public void erase() {
        var now = clock.instant();
        var count = messages.forget(now.minus(rules.mail()));
        if (count > 0) {
            erasures.count(now, Map.of(MAIL, count));
        }
    }
}
