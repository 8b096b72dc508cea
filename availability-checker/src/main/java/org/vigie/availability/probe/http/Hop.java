package org.vigie.availability.probe.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Outcome.NotAsked;
import org.vigie.availability.probe.Outcome.Reason;
import org.vigie.url.BadPorts;
import org.vigie.url.WebUrl;

/** Asks one server for one URL: resolved and vetted once, HEAD first, GET where that is doubtful. */
@Component
class Hop {

    private static final int ADDRESSES_PER_FAMILY = 2;

    /**
     * What came of it.
     *
     * @param digest of the addresses, absent if none were found
     * @param addresses how many of them may be asked
     * @param server the address that was asked last, absent if none was
     */
    record Result(
            Exchange.Result answer,
            boolean byGet,
            @Nullable String digest,
            int addresses,
            boolean mixed,
            Set<ParkingSign> parking,
            @Nullable InetAddress server) {

        private static Result failed(Outcome because) {
            return new Result(new Exchange.Failed(because), false, null, 0, false, Set.of(), null);
        }
    }

    /** One request and where it went. */
    private record Reply(
            Exchange.Result result, boolean byGet, @Nullable InetAddress server) {

        Reply noted(Exchange.Headers headers) {
            return new Reply(headers.noted(Note.TURNED_AWAY), byGet, server);
        }
    }

    private final HostVetting vetting;
    private final Exchange exchange;
    private final AddressSlots slots;
    private final Patience patience;

    Hop(HostVetting vetting, Exchange exchange, AddressSlots slots, Patience patience) {
        this.vetting = vetting;
        this.exchange = exchange;
        this.slots = slots;
        this.patience = patience;
    }

    /** Goes there and notes in the question's steps what it does. */
    Result to(WebUrl url, Question question) {
        if (BadPorts.contains(url.port())) {
            return Result.failed(new NotAsked(Reason.BAD_PORT));
        }
        switch (vetting.vet(url.host())) {
            case Vetted.None(var because) -> {
                question.noteStep("dns " + because.code().toLowerCase(Locale.ROOT));
                return Result.failed(because);
            }
            case Vetted.Addresses(var all, var mixed, var digest, var parking) -> {
                question.noteStep("dns " + all.size() + (mixed ? " of a mixed answer" : ""));
                var few = few(all, question.ask().address());
                var reply = ask(url, few, question);
                return new Result(reply.result(), reply.byGet(), digest, few.size(), mixed, parking, reply.server());
            }
        }
    }

    private Reply ask(WebUrl url, List<InetAddress> addresses, Question question) {
        var answered = question.ask().answered();
        if (question.ask().method() == Ask.Method.GET) {
            return patiently("GET", url, addresses, question, answered);
        }
        var head = patiently("HEAD", url, addresses, question, answered);
        var last = question.ask().method() == Ask.Method.HEAD_ONLY
                || saysEnough(head.result())
                || isAboutConnecting(head.result())
                || question.deadline().passed();
        var isAnswer = head.result() instanceof Exchange.Headers headers && !isTurnedAway(headers);
        return last ? head : patiently("GET", url, addresses, question, answered || isAnswer);
    }

    /** Where the host has just answered and turns this away, it counts: it is asked again after a moment. */
    private Reply patiently(
            String method, WebUrl url, List<InetAddress> addresses, Question question, boolean answered) {
        var reply = request(method, url, addresses, question);
        if (!answered || !(reply.result() instanceof Exchange.Headers headers) || !isTurnedAway(headers)) {
            return reply;
        }
        if (wantsLonger(headers) || !question.deadline().pause(patience.moment())) {
            return reply.noted(headers);
        }
        question.noteStep("waited");
        var again = request(method, url, addresses, question);
        return again.result() instanceof Exchange.Headers second && isTurnedAway(second) ? again.noted(second) : again;
    }

    private static boolean isTurnedAway(Exchange.Headers headers) {
        return headers.response().getCode() == 429 || headers.response().getCode() == 503;
    }

    private static boolean wantsLonger(Exchange.Headers headers) {
        var seconds = headers.value("Retry-After");
        return seconds != null && !seconds.strip().matches("[01]");
    }

    /** Goes to the next address only if this one could not be connected to. */
    private Reply request(String method, WebUrl url, List<InetAddress> addresses, Question question) {
        @Nullable Reply worst = null;
        for (var address : addresses) {
            var reply = new Reply(at(address, method, url, question), method.equals("GET"), address);
            question.noteStep(step(method, reply.result()));
            if (!isAboutConnecting(reply.result())) {
                return reply;
            }
            worst = worst == null || isLocalFault(worst.result()) ? reply : worst;
        }
        return worst == null ? new Reply(new Exchange.Failed(new Outcome.Unroutable()), false, null) : worst;
    }

    /** No free slot before the end is our own affair, not the server's. */
    private Exchange.Result at(InetAddress address, String method, WebUrl url, Question question) {
        if (!slots.take(address, question.deadline().left())) {
            return new Exchange.Failed(new Outcome.LocalFault());
        }
        try {
            return exchange.request(method, url, new InetSocketAddress(address, url.port()), question);
        } finally {
            slots.release(address);
        }
    }

    /** Statuses that a GET would only repeat; every other one is doubtful, 404 and 410 included. */
    private static boolean saysEnough(Exchange.Result head) {
        if (!(head instanceof Exchange.Headers headers)) {
            return false;
        }
        var status = headers.response().getCode();
        return (status >= 200 && status < 300) || status == 304 || status == 401 || status == 451;
    }

    private static boolean isAboutConnecting(Exchange.Result result) {
        return result instanceof Exchange.Failed(var outcome)
                && switch (outcome) {
                    case Outcome.ConnectionFailed _, Outcome.LocalFault _ -> true;
                    case Outcome.Answered _,
                            Outcome.NameFailed _,
                            Outcome.RedirectFailed _,
                            Outcome.Broken _,
                            Outcome.NotAsked _ -> false;
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

    /** Some of each family, the one that is wanted first at their head. */
    private static List<InetAddress> few(List<InetAddress> all, int first) {
        var few = new ArrayList<InetAddress>();
        all.stream()
                .filter(Inet4Address.class::isInstance)
                .limit(ADDRESSES_PER_FAMILY)
                .forEach(few::add);
        all.stream()
                .filter(address -> !(address instanceof Inet4Address))
                .limit(ADDRESSES_PER_FAMILY)
                .forEach(few::add);
        Collections.rotate(few, -first);
        return few;
    }
}
