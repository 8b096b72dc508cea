package org.vigie.testing;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Fails a test whose service may answer with a type of problem that has no page, explains one that nothing answers
 * with, or explains it otherwise than docs/problems.md does.
 */
final class ExplainedProblems {

    private static final Pattern ROW = Pattern.compile("\\| `urn:vigie:problem:([a-z-]+)` \\| (.*) \\|");
    private static final Pattern CODE = Pattern.compile(
            "(?:HttpStatus\\.[A-Z_]+,|status,|conflict\\(|new Said\\()\\s*\"([a-z]+(?:-[a-z]+)+|unauthorized)\"");
    private static final Pattern REFUSALS = Pattern.compile("[a-z]+(-[a-z]+)+(, [a-z]+(-[a-z]+)+)*");

    /** What all services share and only operations that say so answer with. */
    private static final Set<String> OF_SOME = Set.of("idempotency-key-reused", "if-match-required");

    private static final Pattern LINK = Pattern.compile("<a href=\"/problems/([a-z-]+)\">");

    private final int port;
    private final String service;
    private final Properties words = new Properties();

    private ExplainedProblems(int port, String service) {
        this.port = port;
        this.service = service;
        Stream.of("common", service).forEach(this::read);
    }

    private void read(String name) {
        try (var file = ExplainedProblems.class.getResourceAsStream("/problems/" + name + ".properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(int port, JsonNode contract) {
        try (var client = HttpClient.newHttpClient()) {
            var service = contract.at("/info/title").asString();
            var problems = new ExplainedProblems(port, service);
            var pages = problems.pages(client);
            var own = answered(service);
            var shared = answered("service-support");
            assertThat(pages).as("types with a page").containsAll(own).containsAll(refused(contract));
            pages.stream()
                    .filter(code -> !own.contains(code))
                    .forEach(code -> assertThat(shared).contains(code));
            shared.stream()
                    .filter(code -> !pages.contains(code))
                    .forEach(code -> assertThat(OF_SOME).contains(code));
            assertThat(problems.said(pages)).as("docs/problems.md").isEqualTo(problems.documented());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each that is listed, and opens without a token. */
    private Set<String> pages(HttpClient client) throws IOException, InterruptedException {
        var codes = matched(LINK.matcher(opened(client, "/problems")).results());
        for (var code : codes) {
            assertThat(opened(client, "/problems/" + code)).contains("urn:vigie:problem:" + code);
        }
        return codes;
    }

    private String opened(HttpClient client, String path) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> page = client.send(asked, BodyHandlers.ofString());
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page.body()).doesNotContain("<script", "style=", "null");
        return page.body();
    }

    /** What the code of a module makes. */
    private static Set<String> answered(String module) throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                codes.addAll(matched(CODE.matcher(Files.readString(file)).results()));
            }
        }
        return codes;
    }

    /** What the contract says that single operations refuse. */
    private static Set<String> refused(JsonNode contract) {
        return contract.get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.path("responses").valueStream())
                .map(answer -> answer.path("description").asString())
                .filter(words -> REFUSALS.matcher(words).matches())
                .flatMap(words -> Arrays.stream(words.split(", ")))
                .collect(toCollection(TreeSet::new));
    }

    private Set<String> said(Set<String> codes) {
        return codes.stream()
                .map(code -> "%s | %s | %s | %s"
                        .formatted(
                                code,
                                words.getProperty(code + ".status"),
                                words.getProperty(code + ".meaning"),
                                words.getProperty(code + ".retry")))
                .collect(toCollection(TreeSet::new));
    }

    /** The rows of this service, and those that name none. */
    private Set<String> documented() throws IOException {
        var name = service.replaceAll("-?(service|provider|availability)-?", "");
        return Files.readAllLines(Path.of("..", "docs", "problems.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> List.of((row.group(1) + " | " + row.group(2)).split(" \\| ")))
                .filter(row ->
                        row.size() == 4 || List.of(row.get(2).split(", ")).contains(name))
                .map(row ->
                        "%s | %s | %s | %s".formatted(row.get(0), row.get(1), row.get(row.size() - 2), row.getLast()))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> matched(Stream<MatchResult> found) {
        return found.map(result -> result.group(1)).collect(toCollection(TreeSet::new));
    }
}
