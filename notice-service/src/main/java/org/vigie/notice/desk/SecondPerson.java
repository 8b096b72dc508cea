package org.vigie.notice.desk;

import java.util.Objects;
import org.vigie.notice.desk.WorkList.Line;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.support.Person;

/** Where two people must agree, and who can therefore not be the second. The decision itself checks it again. */
final class SecondPerson {

    private SecondPerson() {}

    /** Whether the person may decide what the task asks for. */
    static boolean mayBe(String person, Line line) {
        var about = line.about();
        return about == null
                || switch (line.task().kind()) {
                    case RETRACTION -> !proposed(about, person);
                    case DISPUTE -> !classified(about, person);
                    case NO_CONTACT,
                            LOOK_BLOCKED,
                            HOLD_EXPIRY,
                            HOLD_EXPIRES_SOON,
                            HOLD_EXPIRED,
                            WEB_FORM,
                            UNCERTAIN_SEND,
                            APPROVAL,
                            COUNTRY_CLEARANCE,
                            CLASSIFY,
                            REPLY,
                            MAIL,
                            SETTING_MISSING,
                            ICCAM -> true;
                };
    }

    /** Whether the person proposed the retraction that waits for another. */
    static boolean proposed(RemovalCase known, String person) {
        var retraction = known.steering().retraction();
        return retraction != null && Person.same(retraction.who(), person);
    }

    /** Whether the person classified some of the content. */
    static boolean classified(RemovalCase known, String person) {
        return known.contents().stream()
                .map(unit -> unit.assessment().assessor())
                .filter(Objects::nonNull)
                .anyMatch(assessor -> Person.same(assessor, person));
    }
}
