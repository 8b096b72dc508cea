package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.neighbours.Asked;
import org.vigie.notice.neighbours.Brake;
import org.vigie.notice.neighbours.Meters;
import org.vigie.notice.oversight.ChangeStop;
import org.vigie.notice.oversight.ChangeStop.EditedStop;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.removal.Signed;
import org.vigie.support.validation.InvalidField;

/** What runs, what stands still and what is stopped, on one page, and the two switches that people turn. */
@RestController
@RequestMapping("/desk/steering")
class OperationsController {

    private static final int SHOWN = 20;

    /** What the switch is turned to. */
    enum Turned {
        STOP,
        RESUME
    }

    private final Meters meters;
    private final Brake brake;
    private final Stops stops;
    private final ChangeStop changeStop;
    private final Naming names;
    private final DeskPages pages;
    private final Clock clock;

    OperationsController(
            Meters meters,
            Brake brake,
            Stops stops,
            ChangeStop changeStop,
            Naming names,
            DeskPages pages,
            Clock clock) {
        this.meters = meters;
        this.brake = brake;
        this.stops = stops;
        this.changeStop = changeStop;
        this.names = names;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> show(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam(required = false) @Nullable String said) {
        var content = Words.of(Said.class, said)
                .<Map<String, ?>>map(one -> Map.of("said", one))
                .orElse(Map.of());
        return DeskAnswer.page(page(visitor, Typed.NOTHING, content));
    }

    /** Nobody stops, or resumes, on what somebody else changed since the page was read. */
    @PostMapping("/stop")
    ResponseEntity<String> stop(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        try {
            var signed = new Signed(visitor.person(), typed.text("reason"), clock.instant());
            var everything = typed.word("turned", Turned.class) == Turned.STOP;
            var read = typed.number("version");
            changeStop.change(version -> version == read, everything, null, signed);
            return DeskAnswer.seeOther(visitor.at("/desk/steering?said=recorded#sending"));
        } catch (InvalidField refused) {
            var field = refused.pointer().replaceFirst("^/", "");
            return refused(visitor, HttpStatus.UNPROCESSABLE_CONTENT, typed, "refused." + refused.getMessage(), field);
        } catch (EditedStop _) {
            return refused(visitor, HttpStatus.PRECONDITION_FAILED, typed, "steering.overtaken", null);
        }
    }

    @PostMapping("/brake")
    ResponseEntity<String> release(@ModelAttribute(binding = false) Visitor visitor) {
        var asked = brake.release(visitor.token());
        if (asked == Asked.DONE) {
            return DeskAnswer.seeOther(visitor.at("/desk/steering?said=recorded#checks"));
        }
        var status = asked == Asked.SILENT ? HttpStatus.BAD_GATEWAY : HttpStatus.CONFLICT;
        return DeskAnswer.page(
                status, page(visitor, Typed.NOTHING, Map.of("asked", asked, "askedOf", "availability-checker")));
    }

    private ResponseEntity<String> refused(
            Visitor visitor, HttpStatus status, Typed typed, String why, @Nullable String field) {
        var content = new HashMap<String, Object>(Map.of("form", "stop", "refused", why));
        Optional.ofNullable(field).ifPresent(one -> content.put("field", one));
        return DeskAnswer.page(status, page(visitor, typed, content));
    }

    private String page(Visitor visitor, Typed typed, Map<String, ?> more) {
        var content = new HashMap<String, Object>(Map.of("form", "", "typed", typed));
        content.putAll(more);
        content.put("page", OperationsPage.of(meters.now(), stops.now(), stops.said(null, SHOWN), names));
        return pages.filled("steering", visitor, content);
    }
}
