package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.dispatch.SendTest;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.oversight.ChangeStop;
import org.vigie.notice.oversight.ChangeStop.EditedStop;
import org.vigie.notice.oversight.ChangeStop.UnknownProvider;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.removal.Signed;
import org.vigie.support.validation.InvalidField;

/** What this service does about a provider: whether it is written to, and whether its contacts work. */
@RestController
@RequestMapping("/desk/providers/{providerId}")
class ProviderSteeringController {

    private final SendTest sendTest;
    private final Stops stops;
    private final ChangeStop changeStop;
    private final ProviderScreen screen;
    private final DeskPages pages;
    private final Clock clock;

    ProviderSteeringController(
            SendTest sendTest,
            Stops stops,
            ChangeStop changeStop,
            ProviderScreen screen,
            DeskPages pages,
            Clock clock) {
        this.sendTest = sendTest;
        this.stops = stops;
        this.changeStop = changeStop;
        this.screen = screen;
        this.pages = pages;
        this.clock = clock;
    }

    /** A message that names no URL; the same form sent twice sends one. */
    @PostMapping("/contacts/{contactId}/test")
    ResponseEntity<String> test(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID providerId,
            @PathVariable UUID contactId,
            @RequestParam Map<String, String> fields) {
        return attempt(
                visitor,
                providerId,
                "test",
                fields,
                typed -> sendTest.to(providerId, contactId, typed.text("key")).isPresent());
    }

    /** Somebody at the contact answered: it works. */
    @PostMapping("/contacts/{contactId}/answers")
    ResponseEntity<String> answered(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID providerId,
            @PathVariable UUID contactId,
            @RequestParam Map<String, String> fields) {
        return attempt(visitor, providerId, "answer-" + contactId, fields, typed -> {
            if (!sendTest.answered(providerId, contactId, typed.text("reference"))) {
                throw Typed.refused("reference", "reference");
            }
            return true;
        });
    }

    /** Nobody stops, or resumes, on what somebody else changed since the page was read. */
    @PostMapping("/stop")
    ResponseEntity<String> stop(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID providerId,
            @RequestParam Map<String, String> fields) {
        return attempt(visitor, providerId, "stop", fields, typed -> {
            var signed = new Signed(visitor.person(), typed.text("reason"), clock.instant());
            var stopped = new HashSet<>(stops.now().providers());
            switch (typed.word("turned", OperationsController.Turned.class)) {
                case STOP -> stopped.add(providerId);
                case RESUME -> stopped.remove(providerId);
            }
            var read = typed.number("version");
            changeStop.change(version -> version == read, null, stopped, signed);
            return true;
        });
    }

    /** Reads the form and calls the use case. */
    private interface Attempt {

        /** Whether there is anything that it could be done to. */
        boolean make(Typed typed);
    }

    private ResponseEntity<String> attempt(
            Visitor visitor, UUID providerId, String form, Map<String, String> fields, Attempt attempt) {
        var typed = new Typed(fields);
        try {
            return attempt.make(typed)
                    ? DeskAnswer.seeOther(visitor.at("/desk/providers/%s?said=recorded".formatted(providerId)))
                    : pages.notFound(visitor);
        } catch (InvalidField refused) {
            return screen.refused(visitor, providerId, form, typed, refused);
        } catch (UnsafeNotice _) {
            return screen.refused(visitor, providerId, form, typed, HttpStatus.CONFLICT, "test.unfit");
        } catch (EditedStop _) {
            return screen.refused(
                    visitor, providerId, form, typed, HttpStatus.PRECONDITION_FAILED, "steering.overtaken");
        } catch (UnknownProvider _) {
            return pages.notFound(visitor);
        }
    }
}
