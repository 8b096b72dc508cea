package org.vigie.notice.desk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.neighbours.KnownProvider;
import org.vigie.notice.neighbours.Meters;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.neighbours.Registry;
import org.vigie.notice.neighbours.Registry.Answer;
import org.vigie.notice.neighbours.Registry.Refused;
import org.vigie.notice.neighbours.Registry.Why;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.notice.oversight.Stops;
import org.vigie.support.validation.InvalidField;

/** A provider on one screen: what the registry knows of it, what it did, and what was written to it. */
@Component
class ProviderScreen {

    private final Registry registry;
    private final Meters meters;
    private final Notices notices;
    private final Stops stops;
    private final ProviderNames known;
    private final Naming names;
    private final DeskPages pages;

    ProviderScreen(
            Registry registry,
            Meters meters,
            Notices notices,
            Stops stops,
            ProviderNames known,
            Naming names,
            DeskPages pages) {
        this.registry = registry;
        this.meters = meters;
        this.notices = notices;
        this.stops = stops;
        this.known = known;
        this.names = names;
        this.pages = pages;
    }

    ResponseEntity<String> opened(Visitor visitor, UUID providerId, @Nullable Said said) {
        return show(visitor, providerId, HttpStatus.OK, said == null ? Map.of() : Map.of("said", said));
    }

    /** A form that was not done: what was typed stands in it again. */
    ResponseEntity<String> refused(
            Visitor visitor, UUID providerId, String form, Typed typed, HttpStatus status, String why) {
        return show(visitor, providerId, status, Map.of("form", form, "typed", typed, "refused", why));
    }

    /** A field of it cannot be accepted. */
    ResponseEntity<String> refused(Visitor visitor, UUID providerId, String form, Typed typed, InvalidField refused) {
        var why = "refused." + refused.getMessage();
        var field = refused.pointer().replaceFirst("^/", "");
        return show(
                visitor,
                providerId,
                HttpStatus.UNPROCESSABLE_CONTENT,
                Map.of("form", form, "typed", typed, "refused", why, "field", field));
    }

    /** The registry did not do it. */
    ResponseEntity<String> refused(Visitor visitor, UUID providerId, String form, Typed typed, Refused<?> refused) {
        var content = new HashMap<String, Object>(Map.of(
                "form", form, "typed", typed, "refused", "registry." + refused.why(), "detail", refused.detail()));
        if (refused.why() == Why.EDITED) {
            content.put("read", ProviderFacts.read(typed.raw("read")));
        }
        return show(visitor, providerId, status(refused.why()), content);
    }

    /** Others that it may be the same as, for the person to choose from; the form stands open. */
    ResponseEntity<String> choices(Visitor visitor, UUID providerId, Typed typed, List<KnownProvider> found) {
        var others = found.stream()
                .filter(one -> one.isActive() && !one.providerId().equals(providerId))
                .toList();
        return show(visitor, providerId, HttpStatus.OK, Map.of("form", "merger", "typed", typed, "choices", others));
    }

    private static HttpStatus status(Why why) {
        return switch (why) {
            case ABSENT -> HttpStatus.NOT_FOUND;
            case EDITED -> HttpStatus.PRECONDITION_FAILED;
            case UNFIT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_ALLOWED, UNKNOWN -> HttpStatus.CONFLICT;
            case SILENT -> HttpStatus.BAD_GATEWAY;
        };
    }

    private ResponseEntity<String> show(Visitor visitor, UUID providerId, HttpStatus status, Map<String, ?> more) {
        var answer = registry.find(providerId, visitor.token());
        var name = known.of(providerId);
        if (name == null && answer instanceof Refused<KnownProvider>(var why, var _) && why == Why.ABSENT) {
            return pages.notFound(visitor);
        }
        var content = new HashMap<String, Object>(Map.of("form", "", "typed", Typed.NOTHING, "detail", ""));
        content.putAll(more);
        content.put("key", UUID.randomUUID());
        if (answer instanceof Refused<KnownProvider>(var why, var _)) {
            content.put("silent", why);
        }
        if (content.get("read") instanceof ProviderFacts read
                && answer instanceof Registry.Said<KnownProvider>(var provider)) {
            content.put("changed", ProviderFacts.of(provider).since(read));
        }
        content.put("page", page(providerId, answer));
        return DeskAnswer.page(status, pages.filled("provider", visitor, content));
    }

    private ProviderPage page(UUID providerId, Answer<KnownProvider> answer) {
        var stop = stops.now();
        return ProviderPage.of(
                providerId,
                names.of(providerId),
                answer instanceof Registry.Said<KnownProvider>(var provider) ? provider : null,
                notices,
                names,
                meters.now(Neighbour.METRICS),
                stop.providers().contains(providerId),
                stop.version());
    }
}
