package org.vigie.standalone.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages that are always there: their names resolve, they can be fetched, and their servers' clocks are ours. */
final class Canaries {

    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final int FEWEST_HOSTS = 3;
    private static final int CLIENT_ERROR = 400;

    private final Duration patience;
    private final InstantSource clock;

    Canaries(Duration patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    List<Finding> check(List<String> urls) {
        List<URI> pages;
        try {
            pages = urls.stream().map(URI::create).toList();
        } catch (IllegalArgumentException _) {
            return List.of(Finding.missing("pages", "VIGIE_CHECKER_CANARIES holds what is no URL"));
        }
        var findings = new ArrayList<Finding>();
        findings.add(
                pages.stream().map(URI::getHost).distinct().count() < FEWEST_HOSTS
                        ? Finding.missing("pages", "VIGIE_CHECKER_CANARIES: " + FEWEST_HOSTS + " hosts or more")
                        : Finding.fine("pages", pages.size() + " canaries"));
        findings.add(all("dns", pages.stream().filter(Canaries::resolves).count(), pages.size(), "names that resolve"));
        findings.addAll(fetched(pages));
        return findings;
    }

    private List<Finding> fetched(List<URI> pages) {
        var there = 0;
        var apart = new ArrayList<Duration>();
        try (var client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (var page : pages) {
                try {
                    var request = HttpRequest.newBuilder(page).timeout(patience).build();
                    var response = client.send(request, BodyHandlers.discarding());
                    there += response.statusCode() < CLIENT_ERROR ? 1 : 0;
                    response.headers().firstValue("Date").flatMap(this::apart).ifPresent(apart::add);
                } catch (IOException | IllegalArgumentException _) {
                    // one that is not there
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return List.of(all("pages", there, pages.size(), "canaries that can be fetched"), clock(apart));
    }

    private Optional<Duration> apart(String date) {
        try {
            var theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return Optional.of(Duration.between(theirs, clock.instant()).abs());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** By most of them: one server's clock may be wrong. */
    private static Finding clock(List<Duration> apart) {
        if (apart.isEmpty()) {
            return Finding.missing("clock", "no canary said what time it is");
        }
        var middle = apart.stream().sorted().skip(apart.size() / 2).findFirst().orElseThrow();
        return middle.compareTo(CLOCKS_APART) > 0
                ? Finding.missing("clock", "%d s from that of the canaries' servers".formatted(middle.toSeconds()))
                : Finding.fine("clock", "that of the canaries' servers");
    }

    private static boolean resolves(URI page) {
        try {
            return page.getHost() != null && InetAddress.getAllByName(page.getHost()).length > 0;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static Finding all(String area, long found, int all, String what) {
        return new Finding(area, found == all, "%d of %d %s".formatted(found, all, what));
    }
}
