package org.vigie.standalone.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser that knows redirects, forms, and cookies as browsers do: by host, whatever the port. */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final int MOST_REDIRECTS = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();
    private final List<String> stored = new ArrayList<>();

    /** What came back in the end. */
    public record Page(int status, String body, URI address) {

        /** Whether somebody is asked who they are. */
        public boolean asksForAPassword() {
            return body.contains("type=\"password\"");
        }
    }

    public Page get(String address) {
        return get(URI.create(address), null);
    }

    /**
     * @param until the beginning of an address that is not gone to; where a redirect leads there, it is the answer's
     */
    Page get(URI address, @Nullable String until) {
        return followed(HttpRequest.newBuilder(address), until, 0);
    }

    /** Sends the first form of a page, with its own fields and these. */
    public Page submit(Page page, Map<String, String> typed, @Nullable String until) {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form in the answer " + page.status());
        }
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form.group(2)).results().map(input -> input.group()).forEach(input -> {
            if (!attribute(input, "name").isEmpty() && !"checkbox".equals(attribute(input, "type"))) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
        });
        fields.putAll(typed);
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return followed(
                HttpRequest.newBuilder(page.address().resolve(unescaped(form.group(1))))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                until,
                0);
    }

    /** What it has when it is closed: cookies, and each answer that it was not told to forget. */
    public List<String> keeps() {
        return Stream.concat(cookies.entrySet().stream().map(Object::toString), stored.stream())
                .toList();
    }

    private Page followed(HttpRequest.Builder request, @Nullable String until, int redirects) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = sent(request.header("Accept", "text/html")
                .header("Accept-Language", "en")
                .build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        if (!response.headers().firstValue("Cache-Control").orElse("").contains("no-store")) {
            stored.add(response.headers().map() + response.body());
        }
        var location = response.headers().firstValue("Location");
        if (location.isEmpty() || redirects == MOST_REDIRECTS) {
            return new Page(response.statusCode(), response.body(), response.uri());
        }
        var next = response.uri().resolve(location.get());
        return until != null && next.toString().startsWith(until)
                ? new Page(response.statusCode(), "", next)
                : followed(HttpRequest.newBuilder(next), until, redirects + 1);
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String set) {
        var cookie = set.split(";", -1)[0].split("=", 2);
        if (set.contains("Max-Age=0")) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }

    private static String attribute(String tag, String name) {
        var value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? unescaped(value.group(1)) : "";
    }

    private static String unescaped(String text) {
        return text.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
