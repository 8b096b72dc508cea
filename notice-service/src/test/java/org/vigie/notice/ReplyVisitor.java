package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.testing.DescribedAnswers;

/** A browser that knows forms, redirects and cookies, and nothing else. */
final class ReplyVisitor {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:8081(/replies/[0-9A-Za-z_-]{55})");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private @Nullable String cookie;

    ReplyVisitor(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** What came back after every redirect. */
    record Page(int status, String body, java.net.http.HttpHeaders headers) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** The path of the link that stands in a notice's text, whatever encoded it. */
    static String link(String notice) {
        var matcher = LINK.matcher(notice.replace("=\r\n", ""));
        if (!matcher.find()) {
            throw new AssertionError("no link in the notice");
        }
        return matcher.group(1);
    }

    Page get(String path) {
        return followed(HttpRequest.newBuilder(URI.create(address + path)).GET(), path);
    }

    Page post(String path, String form) {
        return followed(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                path);
    }

    /** With the cookie of another link. */
    Page stealing(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "en");
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return page(sent(request.build()));
    }

    /** Without any cookie. */
    Page plain(String path) {
        return page(sent(HttpRequest.newBuilder(URI.create(address + path)).build()));
    }

    Page json(String path, String body) {
        return page(sent(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    private Page followed(HttpRequest.Builder request, String path) {
        request.header("Accept-Language", "en");
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        var response = sent(request.build());
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", -1)[0]);
        return response.headers()
                .firstValue("Location")
                .map(location -> get(URI.create(path).resolve(location).toString()))
                .orElseGet(() -> page(response));
    }

    private static Page page(HttpResponse<String> response) {
        return new Page(response.statusCode(), response.body(), response.headers());
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString(UTF_8));
            DescribedAnswers.check(response);
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
