package org.vigie.notice.stop.web;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.stop.Stop;
import org.vigie.notice.stop.Stops;
import org.vigie.support.web.InvalidRequest;

/** The kill switch over HTTP: the whole of what is stopped, replaced at once. */
@RestController
@RequestMapping("/v1/stop")
class StopController {

    private static final Logger LOG = LoggerFactory.getLogger(StopController.class);
    private static final int LONGEST = 200;

    record StopRequest(
            @Nullable Boolean everything,
            @Nullable Set<UUID> providers,
            @Nullable String reason) {}

    private final Stops stops;
    private final Clock clock;

    StopController(Stops stops, Clock clock) {
        this.stops = stops;
        this.clock = clock;
    }

    @GetMapping
    Stop now() {
        return stops.now();
    }

    @PutMapping
    Stop replace(
            @RequestHeader(name = "Vigie-Operator", required = false) @Nullable String operator,
            @RequestBody StopRequest said) {
        if (said.everything() == null) {
            throw new InvalidRequest("/everything", "A value is required.");
        }
        var by = text(operator, "", "Header Vigie-Operator");
        var reason = text(said.reason(), "/reason", "Reason");
        var providers = said.providers() == null ? Set.<UUID>of() : said.providers();
        var stop = new Stop(said.everything(), providers, by, reason, clock.instant());
        stops.save(stop);
        LOG.atWarn()
                .addKeyValue("everything", stop.everything())
                .addKeyValue("providers", stop.providers().size())
                .log("sending stopped or resumed by a person");
        return stop;
    }

    private static String text(@Nullable String given, String pointer, String name) {
        if (given == null
                || given.isBlank()
                || given.length() > LONGEST
                || given.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest(
                    pointer, "%s: 1 to %d characters without controls are expected.".formatted(name, LONGEST));
        }
        return given.strip();
    }
}
