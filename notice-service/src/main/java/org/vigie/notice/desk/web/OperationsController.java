package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.neighbours.Brake;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.neighbours.Parked;
import org.vigie.notice.oversight.ChangeStop;
import org.vigie.notice.oversight.ChangeStop.EditedStop;
import org.vigie.notice.removal.Signed;
import org.vigie.support.validation.InvalidField;

/** What runs, what stands still and what is stopped, on one page, and what people do about it. */
@RestController
@RequestMapping("/desk/steering")
class OperationsController {

    /** What the switch is turned to. */
    enum Turned {
        STOP,
        RESUME
    }

    private final OperationsScreen screen;
    private final Brake brake;
    private final Parked parked;
    private final ChangeStop changeStop;
    private final Clock clock;

    OperationsController(OperationsScreen screen, Brake brake, Parked parked, ChangeStop changeStop, Clock clock) {
        this.screen = screen;
        this.brake = brake;
        this.parked = parked;
        this.changeStop = changeStop;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> show(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam(required = false) @Nullable String said) {
        return screen.opened(visitor, Words.of(Said.class, said).orElse(null));
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
            return screen.refused(
                    visitor, HttpStatus.UNPROCESSABLE_CONTENT, typed, "refused." + refused.getMessage(), field);
        } catch (EditedStop _) {
            return screen.refused(visitor, HttpStatus.PRECONDITION_FAILED, typed, "steering.overtaken", null);
        }
    }

    @PostMapping("/brake")
    ResponseEntity<String> release(@ModelAttribute(binding = false) Visitor visitor) {
        var asked = brake.release(visitor.token());
        return screen.asked(visitor, asked, Neighbour.CHECKER, "checks", Said.RECORDED);
    }

    /** The service that could not apply them reads them once more. */
    @PostMapping("/dead-letters")
    ResponseEntity<String> tryAgain(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        try {
            var service = typed.word("service", Neighbour.class);
            var asked = parked.tryAgain(
                    service, typed.text("topic"), typed.text("kind"), typed.text("place"), visitor.token());
            return screen.asked(visitor, asked, service, "dead-letters", Said.BEGUN);
        } catch (InvalidField _) {
            // The page's own words, and no field that anybody types.
            return screen.refused(visitor, HttpStatus.UNPROCESSABLE_CONTENT, typed, "dead.unknown", null);
        }
    }
}
