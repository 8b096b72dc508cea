package org.vigie.notice.desk.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.notice.neighbours.Asked;
import org.vigie.notice.neighbours.Meters;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.oversight.Stops;

/** The steering page, as it stands when it is asked for and after a form that was not done. */
@Component
class OperationsScreen {

    private static final int SHOWN = 20;

    private final Meters meters;
    private final Stops stops;
    private final Naming names;
    private final DeskPages pages;

    OperationsScreen(Meters meters, Stops stops, Naming names, DeskPages pages) {
        this.meters = meters;
        this.stops = stops;
        this.names = names;
        this.pages = pages;
    }

    ResponseEntity<String> opened(Visitor visitor, @Nullable Said said) {
        return DeskAnswer.page(page(visitor, Typed.NOTHING, said == null ? Map.of() : Map.of("said", said)));
    }

    /** The switch was not turned: what was typed stands in its form again. */
    ResponseEntity<String> refused(
            Visitor visitor, HttpStatus status, Typed typed, String why, @Nullable String field) {
        var content = new HashMap<String, Object>(Map.of("form", "stop", "refused", why));
        Optional.ofNullable(field).ifPresent(one -> content.put("field", one));
        return DeskAnswer.page(status, page(visitor, typed, content));
    }

    /** What another service made of a wish. */
    ResponseEntity<String> asked(Visitor visitor, Asked asked, Neighbour of, String section, Said done) {
        if (asked == Asked.DONE) {
            return DeskAnswer.seeOther(visitor.at("/desk/steering?said=%s#%s".formatted(done.code(), section)));
        }
        var status = asked == Asked.SILENT ? HttpStatus.BAD_GATEWAY : HttpStatus.CONFLICT;
        return DeskAnswer.page(status, page(visitor, Typed.NOTHING, Map.of("asked", asked, "askedOf", of.service())));
    }

    private String page(Visitor visitor, Typed typed, Map<String, ?> more) {
        var content = new HashMap<String, Object>(Map.of("form", "", "typed", typed));
        content.putAll(more);
        content.put("page", OperationsPage.of(meters.now(), stops.now(), stops.said(null, SHOWN), names));
        return pages.filled("steering", visitor, content);
    }
}
