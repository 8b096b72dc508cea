package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.availability.probe.Outcome;
import org.vigie.url.WebUrl;

/**
 * What was just seen of a host that holds for all its URLs: a host with thousands of them is not asked once for each to
 * learn that its name is gone. Kept in memory.
 */
@Component
class HostNews {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private record Item(CheckResult result, Instant at) {}

    private final Map<String, Item> items = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Item> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized @Nullable CheckResult of(WebUrl url, Instant now) {
        var item = items.get(server(url));
        if (item == null || now.isBefore(item.at())) {
            return null;
        }
        return now.isBefore(item.at().plus(FRESH)) ? item.result() : null;
    }

    synchronized void note(WebUrl url, CheckResult result, Instant at) {
        if (isAboutTheServer(result.outcome()) && result.signal().meaning() == Signal.Meaning.DOWN) {
            items.put(server(url), new Item(result, at));
        } else if (result.signal() != Signal.LOCAL_FAULT) {
            items.remove(server(url));
        }
    }

    private static String server(WebUrl url) {
        return url.scheme() + " " + url.hostWithoutDot() + " " + url.port();
    }

    /** Nothing was asked for by path yet when this came out. */
    private static boolean isAboutTheServer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NameFailed _,
                    Outcome.ConnectionRefused _,
                    Outcome.ConnectTimeout _,
                    Outcome.TlsNameUnknown _ -> true;
            case Outcome.Answered _,
                    Outcome.RedirectFailed _,
                    Outcome.TlsFailed _,
                    Outcome.CertificateDemanded _,
                    Outcome.Broken _,
                    Outcome.LocalFault _,
                    Outcome.NotAsked _ -> false;
        };
    }
}
