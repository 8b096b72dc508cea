package org.vigie.notice.message;

import java.util.Optional;
import org.vigie.events.Act;
import org.vigie.events.Category;

/** What XARF v4 may truthfully be told about a content unit; nothing is made up to fill its required field. */
public final class TrueClassification {

    private TrueClassification() {}

    /** One of {@code baseline, A1, A2, B1, B2}; empty if no assessor said anything that means one of them. */
    public static Optional<String> of(NamedContent content) {
        if (content.category() != Category.CSAM) {
            return Optional.empty();
        }
        var said = content.classification();
        if (said != null && said.label() != null && said.label().strip().equalsIgnoreCase("baseline")) {
            return Optional.of("baseline");
        }
        return letter(content).flatMap(letter -> digit(content.act()).map(digit -> letter + digit));
    }

    private static Optional<String> letter(NamedContent content) {
        return switch (content.maturation()) {
            case PREPUBESCENT -> Optional.of("A");
            case POSTPUBESCENT -> Optional.of("B");
            case UNDETERMINED, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<String> digit(Act act) {
        return switch (act) {
            case SEX_ACT -> Optional.of("1");
            case EXHIBITION -> Optional.of("2");
            case OTHER, UNKNOWN -> Optional.empty();
        };
    }
}
