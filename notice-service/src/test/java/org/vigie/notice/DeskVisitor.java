package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.support.access.CallerRole;

/** A browser at the desk that knows forms, redirects and one cookie, and nothing else. */
final class DeskVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 8;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private @Nullable String cookie;
    private String language = "en";
    private String csrf = "";
    private String signsInAs = "";

    /** Somebody who has not signed in. */
    DeskVisitor(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Somebody who signed in at the tests' issuer. */
    static DeskVisitor signedIn(int port, String subject, CallerRole... roles) {
        var visitor = new DeskVisitor(port);
        visitor.signIn(subject, roles);
        return visitor;
    }

    /** What came back in the end. */
    record Page(int status, String body, java.net.http.HttpHeaders headers, URI address) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Signs in from the page that stands before the desk. */
    Page signIn(String subject, CallerRole... roles) {
        return signIn("/desk", subject, roles);
    }

    /** Signs in on the way to a page. */
    Page signIn(String path, String subject, CallerRole... roles) {
        return signIn(
                path,
                "&subject=%s&roles=%s"
                        .formatted(
                                encoded(subject),
                                encoded(Arrays.stream(roles)
                                        .map(CallerRole::word)
                                        .collect(Collectors.joining(" ")))));
    }

    /** @param says what the person tells the issuer, as a query */
    Page signIn(String path, String says) {
        signsInAs = says;
        try {
            return get(path);
        } finally {
            signsInAs = "";
        }
    }

    void speaks(String language) {
        this.language = language;
    }

    /** What the browser keeps, as {@code name=value}. */
    String cookie() {
        return cookie == null ? "" : cookie;
    }

    /** What a form of the page shown last carries. */
    String csrf() {
        return csrf;
    }

    /** The same person at another browser whose session has ended; what the page shown last holds stays. */
    void losesItsSession() {
        cookie = null;
    }

    Page get(String path) {
        return followed(HttpRequest.newBuilder(at(path)), 0);
    }

    /** A form of the page shown last, with the token it carries. */
    Page post(String path, String form) {
        return postBare(path, form + (form.isEmpty() ? "" : "&") + "_csrf=" + encoded(csrf));
    }

    /** Exactly this form. */
    Page postBare(String path, String form, String... headers) {
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return followed(headers.length == 0 ? request : request.headers(headers), 0);
    }

    /** One answer, with no redirect followed and nothing of it kept. */
    Page bare(String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path));
        return page(sent(headers.length == 0 ? request : request.headers(headers)));
    }

    private URI at(String path) {
        return URI.create(address + path);
    }

    private Page followed(HttpRequest.Builder request, int redirects) {
        var response = sent(request);
        if (isHere(response.uri())) {
            response.headers().allValues("Set-Cookie").stream()
                    .map(set -> set.split(";", -1)[0])
                    .filter(set -> !set.startsWith("vigie_language="))
                    .forEach(set -> cookie = set);
        }
        var location = response.headers().firstValue("Location");
        if (location.isEmpty() || redirects == MOST_REDIRECTS) {
            var page = page(response);
            var form = CSRF.matcher(page.body());
            if (form.find()) {
                csrf = form.group(1);
            }
            return page;
        }
        var next = response.uri().resolve(location.get());
        var said = next.getPath().equals("/authorize") ? URI.create(next + signsInAs) : next;
        return followed(HttpRequest.newBuilder(said), redirects + 1);
    }

    private HttpResponse<String> sent(HttpRequest.Builder builder) {
        builder.header("Accept-Language", language);
        var request = builder.build();
        if (cookie != null && isHere(request.uri())) {
            request = builder.header("Cookie", cookie).build();
        }
        try {
            return client.send(request, BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean isHere(URI uri) {
        return uri.toString().startsWith(address + "/");
    }

    private static Page page(HttpResponse<String> response) {
        return new Page(response.statusCode(), response.body(), response.headers(), response.uri());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
