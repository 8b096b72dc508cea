package org.vigie.availability.probe.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.NotAsked;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.Sight;
import org.vigie.url.ParseResult;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.WebUrl;

/** Follows one URL hop by hop; each hop is parsed, resolved and vetted anew. */
@Component
class HttpProbe implements Probe {

    private static final Duration TOTAL = Duration.ofSeconds(30);
    private static final int MAX_HOPS = 5;

    private final Hop hop;
    private final Landings landings;

    HttpProbe(Hop hop, PublicSuffixes suffixes) {
        this.hop = hop;
        this.landings = new Landings(suffixes);
    }

    @Override
    public Sight ask(Ask ask) {
        var began = System.nanoTime();
        try (var deadline = Deadline.in(TOTAL)) {
            var walk = new Walk(ask, deadline);
            var outcome = walk.follow();
            return new Sight(
                    outcome, walk.digest, walk.server, Duration.ofNanos(System.nanoTime() - began), walk.steps);
        }
    }

    /** One question on its way. */
    private final class Walk {

        private final Ask ask;
        private final Deadline deadline;
        private final List<String> steps = new ArrayList<>();
        private final Set<String> visited = new HashSet<>();
        private final Set<Note> notes = EnumSet.noneOf(Note.class);
        private @Nullable String digest;
        private @Nullable InetAddress server;

        Walk(Ask ask, Deadline deadline) {
            this.ask = ask;
            this.deadline = deadline;
        }

        Outcome follow() {
            var url = ask.url();
            for (int number = 0; number <= MAX_HOPS; number++) {
                if (!visited.add(url.canonical())) {
                    return new Outcome.RedirectLoop();
                }
                var result = hop.to(url, ask, deadline, steps);
                note(result, number == 0);
                switch (result.answer()) {
                    case Exchange.Failed(var outcome) -> {
                        return number == 0 ? outcome : behindRedirect(outcome);
                    }
                    case Exchange.Headers headers -> {
                        var location = headers.value("Location");
                        if (!isRedirect(headers.response().getCode()) || location == null) {
                            return answered(url, headers, result);
                        }
                        if (!(WebUrl.parse(location, url) instanceof ParseResult.Parsed(var next))) {
                            return new Outcome.RedirectUnsafe();
                        }
                        steps.add("redirect");
                        url = next;
                    }
                }
            }
            return new Outcome.RedirectLoop();
        }

        private void note(Hop.Result result, boolean first) {
            if (first) {
                digest = result.digest();
                server = result.server();
            }
            if (result.mixed()) {
                notes.add(Note.MIXED_ADDRESSES);
            }
        }

        private Outcome answered(WebUrl url, Exchange.Headers headers, Hop.Result result) {
            var elsewhere = !url.canonical().equals(ask.url().canonical());
            notes.addAll(headers.notes());
            var parking = EnumSet.noneOf(ParkingSign.class);
            parking.addAll(result.parking());
            var text = headers.text();
            if (text != null && text.parked()) {
                parking.add(ParkingSign.TEXT);
            }
            return new Outcome.Answered(AnswerReading.of(
                    headers,
                    result.byGet(),
                    elsewhere ? landings.of(ask.url(), url) : Landing.SAME_PLACE,
                    elsewhere ? url : null,
                    notes,
                    parking));
        }
    }

    /** Where a redirect leads is less than what the URL itself says: no name or address is held against it. */
    private static Outcome behindRedirect(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unroutable _, NotAsked _ -> new Outcome.RedirectUnsafe();
            case Outcome.LocalFault _ -> outcome;
            default -> new Outcome.BehindRedirect(outcome);
        };
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status <= 308 && status != 304;
    }
}
