package org.vigie.availability.probe.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.NotAsked;
import org.vigie.availability.probe.Outcome.Reason;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.Sight;
import org.vigie.url.BadPorts;
import org.vigie.url.ParseResult;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.WebUrl;

/** Follows one URL hop by hop; each hop is parsed, resolved and vetted anew. */
@Component
class HttpProbe implements Probe {

    private static final Duration TOTAL = Duration.ofSeconds(30);
    private static final int MAX_HOPS = 5;
    private static final int ADDRESSES_PER_FAMILY = 2;

    private final HostVetting vetting;
    private final Exchange exchange;
    private final Landings landings;

    HttpProbe(HostVetting vetting, Exchange exchange, PublicSuffixes suffixes) {
        this.vetting = vetting;
        this.exchange = exchange;
        this.landings = new Landings(suffixes);
    }

    @Override
    public Sight ask(Ask ask) {
        var began = System.nanoTime();
        try (var deadline = Deadline.in(TOTAL)) {
            var walk = new Walk(ask, deadline);
            var outcome = walk.follow();
            return new Sight(outcome, walk.digest, Duration.ofNanos(System.nanoTime() - began), walk.steps);
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

        Walk(Ask ask, Deadline deadline) {
            this.ask = ask;
            this.deadline = deadline;
        }

        Outcome follow() {
            var url = ask.url();
            for (int hop = 0; hop <= MAX_HOPS; hop++) {
                if (!visited.add(url.canonical())) {
                    return new Outcome.RedirectLoop();
                }
                switch (visit(url, hop)) {
                    case Exchange.Failed(var outcome) -> {
                        return hop == 0 ? outcome : behindRedirect(outcome);
                    }
                    case Exchange.Headers headers -> {
                        var location = headers.value("Location");
                        if (!isRedirect(headers.response().getCode()) || location == null) {
                            return answered(url, headers);
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

        private Exchange.Result visit(WebUrl url, int hop) {
            if (BadPorts.contains(url.port())) {
                return new Exchange.Failed(new NotAsked(Reason.BAD_PORT));
            }
            switch (vetting.vet(url.host())) {
                case Vetted.None(var because) -> {
                    steps.add("dns " + because.code().toLowerCase(Locale.ROOT));
                    return new Exchange.Failed(because);
                }
                case Vetted.Addresses(var all, var mixed, var seen) -> {
                    steps.add("dns " + all.size() + (mixed ? " of a mixed answer" : ""));
                    if (hop == 0) {
                        digest = seen;
                    }
                    if (mixed) {
                        notes.add(Note.MIXED_ADDRESSES);
                    }
                    return ask(url, few(all));
                }
            }
        }

        private Exchange.Result ask(WebUrl url, List<InetAddress> addresses) {
            if (ask.method() == Ask.Method.GET) {
                return request("GET", url, addresses);
            }
            var head = request("HEAD", url, addresses);
            if (ask.method() == Ask.Method.HEAD_ONLY || saysEnough(head) || isAboutTheConnection(head)) {
                return head;
            }
            return request("GET", url, addresses);
        }

        /** Goes to the next address only if this one could not be connected to. */
        private Exchange.Result request(String method, WebUrl url, List<InetAddress> addresses) {
            Exchange.@Nullable Result worst = null;
            for (var address : addresses) {
                var result = exchange.request(method, url, new InetSocketAddress(address, url.port()), ask, deadline);
                steps.add(step(method, result));
                if (!isAboutTheConnection(result)) {
                    return result;
                }
                worst = worst == null || isLocalFault(worst) ? result : worst;
            }
            return worst == null ? new Exchange.Failed(new Outcome.Unroutable()) : worst;
        }

        private Outcome answered(WebUrl url, Exchange.Headers headers) {
            var elsewhere = !url.canonical().equals(ask.url().canonical());
            notes.addAll(headers.notes());
            return new Outcome.Answered(AnswerReading.of(
                    headers,
                    byGet(),
                    elsewhere ? landings.of(ask.url(), url) : Landing.SAME_PLACE,
                    elsewhere ? url : null,
                    notes));
        }

        private boolean byGet() {
            return steps.getLast().startsWith("GET");
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

    /** Statuses that a GET would only repeat; every other one is doubtful, 404 and 410 included. */
    private static boolean saysEnough(Exchange.Result head) {
        if (!(head instanceof Exchange.Headers headers)) {
            return false;
        }
        var status = headers.response().getCode();
        return (status >= 200 && status < 300) || status == 304 || status == 401 || status == 451;
    }

    private static boolean isAboutTheConnection(Exchange.Result result) {
        return result instanceof Exchange.Failed(var outcome)
                && switch (outcome) {
                    case Outcome.ConnectionRefused _,
                            Outcome.ConnectTimeout _,
                            Outcome.LocalFault _,
                            Outcome.TlsFailed _,
                            Outcome.TlsNameUnknown _ -> true;
                    default -> false;
                };
    }

    private static boolean isLocalFault(Exchange.Result result) {
        return result instanceof Exchange.Failed(Outcome.LocalFault _);
    }

    private static String step(String method, Exchange.Result result) {
        return switch (result) {
            case Exchange.Headers headers -> method + " " + headers.response().getCode();
            case Exchange.Failed(var outcome) -> method + " " + outcome.code().toLowerCase(Locale.ROOT);
        };
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status <= 308 && status != 304;
    }

    private static List<InetAddress> few(List<InetAddress> all) {
        var few = new ArrayList<InetAddress>();
        all.stream()
                .filter(Inet4Address.class::isInstance)
                .limit(ADDRESSES_PER_FAMILY)
                .forEach(few::add);
        all.stream()
                .filter(address -> !(address instanceof Inet4Address))
                .limit(ADDRESSES_PER_FAMILY)
                .forEach(few::add);
        return few;
    }
}
