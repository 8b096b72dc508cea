package org.vigie.availability.probe.http;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
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
import org.vigie.availability.probe.ProbeResult;
import org.vigie.url.ParseResult;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.WebUrl;

/** Follows one URL hop by hop; each hop is parsed, resolved and vetted anew. */
@Component
class HttpProbe implements Probe {

    /** As many as Chromium and Firefox follow (net/url_request kMaxRedirects, network.http.redirection-limit). */
    static final int MAX_HOPS = 20;

    private final Hop hop;
    private final PublicSuffixes suffixes;
    private final Landings landings;
    private final Patience patience;
    private final Clock clock;

    HttpProbe(Hop hop, PublicSuffixes suffixes, Patience patience, Clock clock) {
        this.hop = hop;
        this.suffixes = suffixes;
        this.landings = new Landings(suffixes);
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public ProbeResult ask(Ask ask) {
        var began = System.nanoTime();
        try (var deadline = Deadline.in(patience.total())) {
            var question = new Question(ask, new Cookies(suffixes), deadline, new ArrayList<>());
            var walk = new Walk(question);
            var outcome = walk.follow();
            return new ProbeResult(
                    outcome,
                    walk.digest,
                    walk.addresses,
                    walk.server,
                    Duration.ofNanos(System.nanoTime() - began),
                    question.steps());
        }
    }

    /** One question on its way. */
    private final class Walk {

        private final Question question;
        private final Ask ask;
        /** URLs with the cookies that were sent there: the same URL with another cookie is another request. */
        private final Set<String> visited = new HashSet<>();

        private final Set<Note> notes = EnumSet.noneOf(Note.class);
        private @Nullable String digest;
        private int addresses;
        private @Nullable InetAddress server;

        Walk(Question question) {
            this.question = question;
            this.ask = question.ask();
        }

        Outcome follow() {
            var url = ask.url();
            for (int number = 0; number <= MAX_HOPS; number++) {
                if (!visited.add(
                        url.canonical() + " " + question.cookies().of(url).orElse(""))) {
                    return new Outcome.RedirectLoop();
                }
                var result = hop.to(url, question);
                note(result, number == 0);
                switch (result.answer()) {
                    case Exchange.Failed(var outcome) -> {
                        return number == 0 ? outcome : behindRedirect(outcome);
                    }
                    case Exchange.Headers headers -> {
                        question.cookies().keep(headers.response(), url);
                        var location = AnswerReading.location(headers);
                        if (!isRedirect(headers.response().getCode()) || location == null) {
                            return answered(url, headers, result);
                        }
                        if (!(WebUrl.parse(location, url) instanceof ParseResult.Parsed(var next))) {
                            return new Outcome.RedirectUnsafe();
                        }
                        question.noteStep("redirect");
                        url = next;
                    }
                }
            }
            return new Outcome.RedirectLoop();
        }

        private void note(Hop.Result result, boolean first) {
            if (first) {
                digest = result.digest();
                addresses = result.addresses();
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
                    elsewhere ? landings.gate(ask.url(), url) : null,
                    notes,
                    parking,
                    clock.instant()));
        }
    }

    /** Where a redirect leads is less than what the URL itself says: no name or address is held against it. */
    private static Outcome behindRedirect(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unroutable _, NotAsked _ -> new Outcome.RedirectUnsafe();
            case Outcome.LocalFault _ -> outcome;
            case Outcome.Answered _,
                    Outcome.NameFailed _,
                    Outcome.RedirectFailed _,
                    Outcome.ConnectionFailed _,
                    Outcome.Broken _ -> new Outcome.BehindRedirect(outcome);
        };
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status <= 308 && status != 304;
    }
}
