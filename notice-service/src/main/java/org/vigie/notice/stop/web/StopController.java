package org.vigie.notice.stop.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.stop.Stop;
import org.vigie.notice.stop.Stops;
import org.vigie.support.Refusal;
import org.vigie.support.web.Given;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;
import org.vigie.support.work.Optimistic;

/** The kill switch over HTTP: the whole of what is stopped, replaced at once. */
@RestController
@RequestMapping("/v1/stop")
class StopController {

    private static final Logger LOG = LoggerFactory.getLogger(StopController.class);

    private static final int MOST = 1000;

    record StopRequest(
            @Required @Nullable Boolean everything,
            @Nullable Set<@Nullable UUID> providers,
            @Required @Text @Nullable String reason) {}

    /** Everything that was said, the latest first. */
    record Said(List<Stop> stops) {}

    static final class EditedStop extends Refusal {
        private static final long serialVersionUID = 1;

        private EditedStop() {
            super("what is stopped was changed meanwhile");
        }
    }

    private final Stops stops;
    private final Clock clock;

    StopController(Stops stops, Clock clock) {
        this.stops = stops;
        this.clock = clock;
    }

    /** What is stopped now. */
    @Operation(
            operationId = "getStop",
            summary = "Get what is stopped",
            description = "Whether sending is stopped, for whom, by whom and why. The ETag is for If-Match.")
    @GetMapping
    ResponseEntity<Stop> now() {
        return answer(stops.now());
    }

    /** Who stopped and resumed what, the latest first. */
    @Operation(
            operationId = "listStops",
            summary = "List who stopped and resumed what",
            description = "The latest first.")
    @GetMapping("/history")
    Said history() {
        return new Said(stops.said(MOST));
    }

    /** Replaces the whole of it. With {@code If-Match} a stop that somebody put since it was read is not lifted. */
    @Operation(
            operationId = "replaceStop",
            summary = "Stop or resume sending",
            description =
                    "Replaces the whole of what is stopped. With If-Match, what somebody else stopped since it was read is not lifted.")
    @PutMapping
    @Refuses("412 edited-meanwhile")
    ResponseEntity<Stop> replace(
            @RequestHeader("Vigie-Operator") String operator,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody StopRequest said) {
        var everything = Given.required(said.everything(), "/everything");
        var by = Given.header(operator, "Vigie-Operator");
        var reason = Given.text(said.reason(), "/reason");
        var providers = said.providers() == null ? Set.<@Nullable UUID>of() : said.providers();
        providers.forEach(provider -> Given.required(provider, "/providers"));
        var stop = Optimistic.change(() -> {
            var before = stops.now();
            if (match != null && !match.equals("*") && !match.equals(tag(before))) {
                throw new EditedStop();
            }
            var next = new Stop(everything, Set.copyOf(providers), by, reason, clock.instant(), before.version() + 1);
            return stops.save(next) ? Optional.of(next) : Optional.empty();
        });
        LOG.atWarn()
                .addKeyValue("everything", stop.everything())
                .addKeyValue("providers", stop.providers().size())
                .log("sending stopped or resumed by a person");
        return answer(stop);
    }

    @ExceptionHandler
    ProblemDetail on(EditedStop edited) {
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED, "edited-meanwhile", "What is stopped was changed since it was read.");
    }

    private static ResponseEntity<Stop> answer(Stop stop) {
        return ResponseEntity.ok().eTag(tag(stop)).body(stop);
    }

    private static String tag(Stop stop) {
        return "\"%d\"".formatted(stop.version());
    }
}
