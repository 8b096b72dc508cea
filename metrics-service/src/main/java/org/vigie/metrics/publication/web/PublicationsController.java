package org.vigie.metrics.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.Publication.Answer;
import org.vigie.metrics.publication.Publication.Period;
import org.vigie.metrics.publication.PublicationRefused;
import org.vigie.metrics.publication.Publish;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** Preparing and approving publications over HTTP. */
@RestController
@RequestMapping("/v1/publications")
class PublicationsController {

    private static final String MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    private final Publish publish;

    PublicationsController(Publish publish) {
        this.publish = publish;
    }

    /**
     * What to freeze.
     *
     * @param from first month, as {@code 2026-01}
     * @param to last month
     * @param asOf absent for the latest instant that was checked
     * @param answers what providers wish to have printed beside their rows
     */
    record Preparation(
            @NotNull @Schema(type = "string", pattern = MONTH, maxLength = 7)
            YearMonth from,

            @NotNull @Schema(type = "string", pattern = MONTH, maxLength = 7)
            YearMonth to,

            @Nullable Instant asOf,

            @Size(max = 1000) @Nullable List<@NotNull @Valid AnswerRequest> answers) {}

    /** What one wishes. */
    record AnswerRequest(
            @NotNull UUID providerId,

            @NotBlank @Size(max = 20_000) @Schema(pattern = "\\S")
            String text) {}

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record PublicationList(
            List<PublicationView> publications, @Nullable String next) {}

    @Operation(
            operationId = "listPublications",
            summary = "List publications",
            description = "Publications, prepared ones included, the latest first, page by page.")
    @GetMapping
    PublicationList all(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var part = Paging.part(publish.all(), PublicationsController::cursor, cursor, limit);
        return new PublicationList(part.shown(PublicationView::of), part.next());
    }

    private static String cursor(Publication publication) {
        return "%s/%d".formatted(publication.period().name(), publication.version());
    }

    @Operation(
            operationId = "preparePublication",
            summary = "Prepare a publication",
            description =
                    "Freezes the figures of a period. Another person must approve them before anybody can read them.")
    @PostMapping
    @Refuses("409 publication-refused")
    @ResponseStatus(HttpStatus.CREATED)
    PublicationView prepare(Operator by, @RequestBody @Valid Preparation wanted) {
        if (wanted.to().isBefore(wanted.from())) {
            throw new InvalidField("/to", "Must not be before from.");
        }
        var answers = Objects.requireNonNullElse(wanted.answers(), List.<AnswerRequest>of()).stream()
                .map(answer -> new Answer(answer.providerId(), answer.text()))
                .toList();
        return PublicationView.of(
                publish.prepare(new Period(wanted.from(), wanted.to()), wanted.asOf(), answers, by.name()));
    }

    @Operation(
            operationId = "approvePublication",
            summary = "Approve a publication",
            description = "Publishes what another person prepared.")
    @PostMapping("/{period}/{version}/approval")
    @Refuses({"404 not-found", "409 publication-refused"})
    PublicationView approve(@PathVariable String period, @PathVariable int version, Operator by) {
        return publish.approve(period, version, by.name())
                .map(PublicationView::of)
                .orElseThrow(() -> new NotFound("publication"));
    }

    @ExceptionHandler
    ProblemDetail on(PublicationRefused e) {
        return Problems.of(HttpStatus.CONFLICT, "publication-refused", e.getMessage());
    }
}
