package org.vigie.bench.flow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hotline: it teaches providers, hands in verified reports and reads indicators. */
final class Desk implements AutoCloseable {

    private static final int AT_A_TIME = 16;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final VigieProcess vigie;

    Desk(VigieProcess vigie) {
        this.vigie = vigie;
    }

    /** Teaches so many providers, of whom each hosts an even share of the pages. */
    void teach(int providers, int pages) throws InterruptedException {
        atOnce(providers, 0, provider -> {
            var networks = new StringBuilder();
            for (int page = provider; page < pages; page += providers) {
                networks.append(networks.isEmpty() ? "" : ", ")
                        .append("{\"kind\": \"CIDR\", \"value\": \"%s/32\"}".formatted(Pages.address(page)));
            }
            post("REGISTRY", "/v1/providers", "provider-" + provider, """
                    {"name": "Hosting %d", "type": "HOST", "country": "FR", "network_objects": [%s],
                     "contacts": [{"channel": "EMAIL", "address": "abuse@hosting-%d.example", "format": "XARF4",
                                   "language": "en"}]}""".formatted(provider, networks, provider));
        });
    }

    /**
     * Reports every page.
     *
     * @param rate reports a second; as fast as they are accepted if 0
     * @param reportedAt takes when each was sent, by {@link System#nanoTime}
     * @return seconds until all were accepted
     */
    double report(Pages pages, double rate, AtomicLongArray reportedAt) throws InterruptedException {
        var began = System.nanoTime();
        atOnce(reportedAt.length(), rate, page -> {
            reportedAt.set(page, System.nanoTime());
            post("NOTICE", "/v1/reports", "page-" + page, """
                    {"url": "%s", "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
                     "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
                     "classification": {"scheme": "interpol", "label": "baseline", "act": "SEX_ACT",
                                        "organisation": "Example", "assessors": 2},
                     "content": {"kind": "MEDIA", "hashes": {"sha256": "%064x"}}}""".formatted(pages.url(page), page));
        });
        return (System.nanoTime() - began) / 1e9;
    }

    /** Targetings that the indicators count as removed. */
    int removed() throws IOException, InterruptedException {
        var totals = client.send(request("METRICS", "/v1/indicators/totals").build(), BodyHandlers.ofByteArray());
        return json(totals.statusCode(), totals.body()).at("/removal/n_removed").asInt(0);
    }

    /** What the services asked of their store so far. */
    Commands commands() throws IOException, InterruptedException {
        var texts = new HashMap<String, String>();
        for (var service : List.of("NOTICE", "REGISTRY", "CHECKER", "METRICS")) {
            var meters = client.send(request(service, "/actuator/prometheus").build(), BodyHandlers.ofString());
            texts.put(service.toLowerCase(Locale.ROOT), meters.body());
        }
        return Commands.read(texts);
    }

    @Override
    public void close() {
        client.close();
    }

    private void post(String service, String path, String key, String body) {
        try {
            var answer = client.send(
                    request(service, path)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            json(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode json(int status, byte[] body) {
        if (status / 100 != 2) {
            throw new IllegalStateException("refused with " + status);
        }
        return JSON.readTree(body);
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + vigie.address(service) + path))
                .header("Authorization", "Bearer " + VigieProcess.TOKEN);
    }

    /** Does it for each number below the count, several at a time, at a rate if that is not 0. */
    private static void atOnce(int count, double rate, IntConsumer work) throws InterruptedException {
        var free = new Semaphore(AT_A_TIME);
        var failed = new AtomicInteger();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count && failed.get() == 0; i++) {
                if (rate > 0) {
                    TimeUnit.NANOSECONDS.sleep(began + (long) (i * 1e9 / rate) - System.nanoTime());
                }
                free.acquire();
                int one = i;
                threads.execute(() -> {
                    try {
                        work.accept(one);
                    } catch (IllegalStateException _) {
                        failed.incrementAndGet();
                    } finally {
                        free.release();
                    }
                });
            }
        }
        if (failed.get() > 0) {
            throw new IllegalStateException("not everything was taken");
        }
    }
}
