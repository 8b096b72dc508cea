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
import org.vigie.support.web.Given;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** The kill switch over HTTP: the whole of what is stopped, replaced at once. */
@RestController
@RequestMapping("/v1/stop")
class StopController {

    private static final Logger LOG = LoggerFactory.getLogger(StopController.class);

    record StopRequest(
            @Required @Nullable Boolean everything,
            @Nullable Set<@Nullable UUID> providers,
            @Required @Text @Nullable String reason) {}

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
    Stop replace(@RequestHeader("Vigie-Operator") String operator, @RequestBody StopRequest said) {
        var everything = Given.required(said.everything(), "/everything");
        var by = Given.header(operator, "Vigie-Operator");
        var reason = Given.text(said.reason(), "/reason");
        var providers = said.providers() == null ? Set.<@Nullable UUID>of() : said.providers();
        providers.forEach(provider -> Given.required(provider, "/providers"));
        var stop = new Stop(everything, Set.copyOf(providers), by, reason, clock.instant());
        stops.save(stop);
        LOG.atWarn()
                .addKeyValue("everything", stop.everything())
                .addKeyValue("providers", stop.providers().size())
                .log("sending stopped or resumed by a person");
        return stop;
    }
}
