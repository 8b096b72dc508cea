package org.vigie.support;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import org.vigie.support.web.Refuses;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** The smallest service there can be. */
@SpringBootApplication
public class ProbeService {

    record Echo(Category category, int someNumber) {}

    record Asked(
            @Required @Text @Nullable String neededText,
            @Nullable Category category,
            @Nullable List<Inner> manyInner,
            @Nullable Instant at,
            @Nullable UUID id) {}

    record Inner(int size) {}

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
        Told told(@PathVariable UUID id, @RequestBody Asked asked) {
            return new Told(id, null, null, Category.CSAM, new Flat(1, null));
        }

        @GetMapping("/page")
        @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/html"))
        @ApiResponse(responseCode = "404", content = @Content(mediaType = "text/html"))
        String page() {
            return "<p>";
        }
    }
}
