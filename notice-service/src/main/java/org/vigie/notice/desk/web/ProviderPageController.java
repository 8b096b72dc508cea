package org.vigie.notice.desk.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.neighbours.Correction;
import org.vigie.notice.neighbours.KnownProvider;
import org.vigie.notice.neighbours.Registry;
import org.vigie.notice.neighbours.Registry.Answer;
import org.vigie.notice.neighbours.Registry.Found;
import org.vigie.notice.neighbours.Registry.Refused;
import org.vigie.notice.neighbours.Registry.Why;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;

/** Finds providers and changes what provider-registry says of them, as the person who asks. */
@RestController
@RequestMapping("/desk/providers")
class ProviderPageController {

    private final Registry registry;
    private final ProviderScreen screen;
    private final DeskPages pages;

    ProviderPageController(Registry registry, ProviderScreen screen, DeskPages pages) {
        this.registry = registry;
        this.screen = screen;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> search(@ModelAttribute(binding = false) Visitor visitor) {
        return DeskAnswer.page(pages.filled("providers", visitor, Map.of()));
    }

    /** What is looked for stands in no address. */
    @PostMapping("/search")
    ResponseEntity<String> find(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam(defaultValue = "") String what) {
        if (!Text.Check.isText(what.strip())) {
            return DeskAnswer.page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    pages.filled("providers", visitor, Map.of("refused", what.isBlank() ? "needed" : "text")));
        }
        var content = new HashMap<String, Object>();
        switch (registry.search(what.strip(), visitor.token())) {
            case Registry.Said<Found>(var found) -> content.put("found", found);
            case Refused<Found>(var why, var _) -> content.put("silent", why);
        }
        return DeskAnswer.page(pages.filled("providers", visitor, content));
    }

    @GetMapping("/{providerId}")
    ResponseEntity<String> show(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID providerId,
            @RequestParam(required = false) @Nullable String said) {
        return screen.opened(visitor, providerId, Words.of(Said.class, said).orElse(null));
    }

    @PostMapping("/{providerId}/facts")
    ResponseEntity<String> correct(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID providerId,
            @RequestParam Map<String, String> fields) {
        return changed(visitor, providerId, "facts", fields, (typed, read) -> {
            var correction = correction(typed);
            return registry.find(providerId, visitor.token()) instanceof Registry.Said<KnownProvider>(var now)
                    ? now.version() == read
                            ? registry.correct(now, correction, visitor.token())
                            : new Refused<>(Why.EDITED, "")
                    : new Refused<>(Why.SILENT, "");
        });
    }

    /** Looks for the one that stays, until the person has chosen one that was found. */
    @PostMapping("/{providerId}/merger")
    ResponseEntity<String> merge(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID providerId,
            @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        return typed.raw("then").equals("find") || typed.raw("into").isEmpty()
                ? candidates(visitor, providerId, typed)
                : changed(
                        visitor,
                        providerId,
                        "merger",
                        fields,
                        (_, read) -> registry.merge(providerId, read, typed.id("into"), visitor.token()));
    }

    private ResponseEntity<String> candidates(Visitor visitor, UUID providerId, Typed typed) {
        try {
            return switch (registry.search(typed.text("what"), visitor.token())) {
                case Registry.Said<Found>(var found) -> screen.choices(visitor, providerId, typed, found.providers());
                case Refused<Found> refused -> screen.refused(visitor, providerId, "merger", typed, refused);
            };
        } catch (InvalidField refused) {
            return screen.refused(visitor, providerId, "merger", typed, refused);
        }
    }

    @PostMapping("/{providerId}/retirement")
    ResponseEntity<String> retire(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID providerId,
            @RequestParam Map<String, String> fields) {
        return changed(
                visitor,
                providerId,
                "retirement",
                fields,
                (_, read) -> registry.retire(providerId, read, visitor.token()));
    }

    /** Asks the registry for what the form says. */
    private interface Change {

        /** @throws InvalidField if a field cannot be accepted */
        Answer<KnownProvider> make(Typed typed, long read);
    }

    private ResponseEntity<String> changed(
            Visitor visitor, UUID providerId, String form, Map<String, String> fields, Change change) {
        var typed = new Typed(fields);
        try {
            return switch (change.make(typed, typed.number("version"))) {
                case Registry.Said<KnownProvider> _ ->
                    DeskAnswer.seeOther(visitor.at("/desk/providers/%s?said=recorded".formatted(providerId)));
                case Refused<KnownProvider> refused -> screen.refused(visitor, providerId, form, typed, refused);
            };
        } catch (InvalidField refused) {
            return screen.refused(visitor, providerId, form, typed, refused);
        }
    }

    private static Correction correction(Typed typed) {
        return new Correction(
                typed.text("name"),
                typed.optional("legal_name").orElse(null),
                typed.optional("country").orElse(null),
                typed.optionalId("dropped"),
                typed.optional("added").orElse(null),
                typed.optional("language").orElse("en"));
    }
}
