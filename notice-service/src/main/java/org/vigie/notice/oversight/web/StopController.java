package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.ChangeStop;
import org.vigie.notice.oversight.ChangeStop.EditedStop;
import org.vigie.notice.oversight.ChangeStop.UnknownProvider;
import org.vigie.notice.oversight.Stop;
import org.vigie.notice.oversight.Stops;
import org.vigie.notice.removal.Signed;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IfMatch;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** The kill switch over HTTP: what is stopped, and who stopped it. */
@RestController
@RequestMapping("/v1/stop")
class StopController {

    private static final String VERSION = "^[0-9]{1,18}$";

    /** What is absent stays as it is. */
    record StopRequest(
            @Nullable Boolean everything,
            @Size(max = 1000) @Nullable List<@NotNull UUID> providers,
            @NotNull @Text String reason) {}

    /**
     * Part of what was said, the latest first.
     *
     * @param next cursor of the next part, absent at the end
     */
    record Said(List<StopView> stops, @Nullable String next) {}

    /**
     * What is not sent.
     *
     * @param by who said so last, absent before the first time
     */
    record StopView(
            boolean everything,
            Set<UUID> providers,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Instant since,
            long version) {

        static StopView of(Stop stop) {
            return new StopView(
                    stop.everything(), stop.providers(), stop.by(), stop.reason(), stop.since(), stop.version());
        }
    }

    private final Stops stops;
    private final ChangeStop changeStop;
    private final Clock clock;

    StopController(Stops stops, ChangeStop changeStop, Clock clock) {
        this.stops = stops;
        this.changeStop = changeStop;
        this.clock = clock;
    }

    /** What is stopped now. */
    @Operation(
            operationId = "getStop",
            summary = "Get what is stopped",
            description = "Whether sending is stopped, for whom, by whom and why. The ETag is for If-Match.")
    @GetMapping
    ResponseEntity<StopView> now() {
        return answer(stops.now());
    }

    /** Who stopped and resumed what, the latest first. */
    @Operation(
            operationId = "listStops",
            summary = "List who stopped and resumed what",
            description = "The latest first, page by page.")
    @GetMapping("/history")
    Said history(
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(schema = @Schema(pattern = VERSION)) @RequestParam(required = false) @Nullable String cursor) {
        var size = Paging.size(limit);
        var said = stops.said(cursor == null ? null : version(cursor), size + 1).stream()
                .map(StopView::of)
                .toList();
        return said.size() > size
                ? new Said(
                        said.subList(0, size), String.valueOf(said.get(size - 1).version()))
                : new Said(said, null);
    }

    private static long version(String cursor) {
        if (!cursor.matches(VERSION)) {
            throw Paging.notACursor();
        }
        return Long.parseLong(cursor);
    }

    /** With {@code If-Match} nobody lifts, or stops, on what somebody else changed since it was read. */
    @Operation(
            operationId = "replaceStop",
            summary = "Stop or resume sending",
            description =
                    "Replaces everything, providers or both; what is absent stays as it is. If-Match says which version was read.")
    @PutMapping
    @Refuses({"412 edited-meanwhile", "428 if-match-required"})
    ResponseEntity<StopView> replace(Operator by, IfMatch read, @RequestBody @Valid StopRequest said) {
        var signed = new Signed(by.name(), said.reason(), clock.instant());
        if (said.everything() == null && said.providers() == null) {
            throw new InvalidField("", "At least one of everything and providers is required.");
        }
        var providers = said.providers() == null ? null : Set.copyOf(said.providers());
        try {
            return answer(changeStop.change(read, said.everything(), providers, signed));
        } catch (UnknownProvider _) {
            throw new InvalidField("/providers", "Contains an unknown provider.");
        }
    }

    @ExceptionHandler
    ProblemDetail on(EditedStop edited) {
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED, "edited-meanwhile", "The stop switch has changed since you read it.");
    }

    private static ResponseEntity<StopView> answer(Stop stop) {
        return ResponseEntity.ok().eTag(IfMatch.tag(stop.version())).body(StopView.of(stop));
    }
}
