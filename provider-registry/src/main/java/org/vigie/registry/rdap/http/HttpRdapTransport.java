package org.vigie.registry.rdap.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.registry.rdap.RdapTransport;

/** One question over HTTP: 10 seconds for all of it, the body included, and 1 MiB. Follows no redirect by itself. */
final class HttpRdapTransport implements RdapTransport {

    static final int MOST_BYTES = 1024 * 1024;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client;
    private final Duration timeout;
    private final InstantSource clock;

    /**
     * A transport without a memory.
     *
     * @param clock the real one, by which servers date what they say
     */
    HttpRdapTransport(Duration timeout, InstantSource clock) {
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Reply get(URI uri) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Accept", "application/rdap+json")
                .build();
        var sent = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return reply(sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            sent.cancel(true);
            return new Reply.Failed("TIMEOUT");
        } catch (ExecutionException e) {
            return new Reply.Failed(code(Objects.requireNonNull(e.getCause())));
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Failed("INTERRUPTED");
        }
    }

    private Reply reply(HttpResponse<byte[]> response) {
        var status = response.statusCode();
        var target = response.headers().firstValue("Location");
        if (status >= 300 && status < 400) {
            return target.<Reply>map(HttpRdapTransport::redirected).orElse(new Reply.Failed("REDIRECT_TO_NOWHERE"));
        }
        return later(response)
                .<Reply>map(pause -> new Reply.Busy(status, pause))
                .orElse(new Reply.Answered(status, response.body()));
    }

    private Optional<Duration> later(HttpResponse<?> response) {
        return response.statusCode() == TOO_MANY_REQUESTS || response.statusCode() == UNAVAILABLE
                ? response.headers().firstValue("Retry-After").flatMap(text -> pause(text, clock.instant()))
                : Optional.empty();
    }

    /** Seconds or a date (RFC 9110, section 10.2.3); empty for anything else and for what is over. */
    static Optional<Duration> pause(String retryAfter, Instant now) {
        try {
            var pause = retryAfter.matches("[0-9]{1,18}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter)));
            return Optional.of(pause).filter(Duration::isPositive);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Reply redirected(String target) {
        try {
            return new Reply.Redirected(URI.create(target));
        } catch (IllegalArgumentException _) {
            return new Reply.Failed("REDIRECT_TO_NOWHERE");
        }
    }

    private static String code(Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> "TIMEOUT";
            case IOException e when String.valueOf(e.getMessage()).contains("capacity") -> "TOO_LARGE";
            default -> "NO_CONNECTION";
        };
    }
}
