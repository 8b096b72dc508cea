package org.vigie.support;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Category;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.IfMatch;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Refuses;

/** The smallest service there can be. */
@SpringBootApplication
public class ProbeService {

    record Echo(Category category, int someNumber) {}

    record Asked(
            @NotNull @Text String neededText,
            @Nullable Category category,
            @Nullable List<@NotNull @Valid Inner> manyInner,
            @PastOrPresent @Nullable Instant at,
            @Future @Nullable Instant until,
            @Nullable UUID id) {}

    record Inner(@PositiveOrZero int size) {}

    record Told(
            UUID id,
            @Nullable Inner inner,
            @Nullable Instant at,
            Category category,
            @JsonUnwrapped Flat flat) {}

    record Flat(long nRemoved, @Nullable Double share) {}

    @RestController
    static class EchoController {
        @PostMapping("/v1/echo")
        Echo echo(@RequestBody Echo echo) {
            return echo;
        }

        @PostMapping("/v1/told/{id}")
        @Refuses("409 taken")
        Told told(@PathVariable UUID id, @RequestBody @Valid Asked asked) {
            return new Told(id, null, null, Category.CSAM, new Flat(1, null));
        }

        @PostMapping("/v1/changed/{version}")
        String changed(@PathVariable long version, Operator who, @Nullable IdempotencyKey key, IfMatch read) {
            return "%s %s %s".formatted(who.name(), key == null ? "-" : key.value(), read.test(version));
        }

        @GetMapping("/page")
        @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/html"))
        @ApiResponse(responseCode = "404", content = @Content(mediaType = "text/html"))
        String page() {
            return "<p>";
        }
    }
}
