package org.vigie.support.web;

import static org.vigie.support.web.ReferencePage.plain;
import static org.vigie.support.web.ReferencePage.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the contract's operations and objects are shown, as HTML. */
final class OperationWords {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final SchemaWords schemas;
    private final List<KnownProblem> ofAll = KnownProblem.of("common");

    OperationWords(SchemaWords schemas) {
        this.schemas = schemas;
    }

    String operation(String method, String path, JsonNode operation) {
        return """
                <article id="%s">
                <h3><span class="method">%s</span> <code>%s</code></h3>
                <p><strong>%s.</strong> %s</p>
                %s%s%s%s
                </article>
                """.formatted(
                        plain(operation.path("operationId").asString()),
                        method.toUpperCase(Locale.ROOT),
                        plain(path),
                        words(operation.path("summary").asString()),
                        words(operation.path("description").asString()),
                        callers(operation.path("security")),
                        parameters(operation.path("parameters")),
                        body(operation.path("requestBody")),
                        answers(operation.path("responses")));
    }

    private static String callers(JsonNode security) {
        var roles = security.valueStream()
                .flatMap(one -> one.path("token").valueStream())
                .map(role -> "<code>%s</code>".formatted(plain(role.asString())))
                .distinct()
                .collect(Collectors.joining(", "));
        return roles.isEmpty()
                ? "<p class=\"soft\">Without a token.</p>\n"
                : "<p class=\"soft\">With one of the roles %s.</p>\n".formatted(roles);
    }

    private String parameters(JsonNode parameters) {
        return list(
                "Parameters",
                parameters
                        .valueStream()
                        .map(one -> entry(
                                one.path("name").asString(),
                                one.path("in").asString()
                                        + (one.path("required").asBoolean() ? ", needed" : ""),
                                one.path("schema"),
                                one.path("description").asString())));
    }

    private String body(JsonNode body) {
        return body.path("content")
                .propertyStream()
                .map(media -> {
                    var schema = media.getValue().path("schema");
                    var type = schema.has("properties") ? "form" : schemas.said(schema);
                    var fields = schema.has("properties") ? fields(schema) : "";
                    return "<h4>Body, <code>%s</code></h4>\n<p>%s</p>\n%s%s"
                            .formatted(plain(media.getKey()), type, fields, example("With all its fields", schema));
                })
                .collect(Collectors.joining());
    }

    private String example(String title, JsonNode schema) {
        return schema.has("$ref")
                ? "<details><summary>%s</summary>\n<pre tabindex=\"0\">%s</pre></details>\n"
                        .formatted(title, plain(PRETTY.writeValueAsString(schemas.example(schema))))
                : "";
    }

    private String answers(JsonNode answers) {
        return "<h4>Answers</h4>\n<dl>\n"
                + answers.propertyStream()
                        .filter(answer -> !answer.getKey().equals("default"))
                        .map(answer -> "<dt><strong>%s</strong> %s</dt>\n<dd>%s</dd>\n"
                                .formatted(
                                        answer.getKey(),
                                        meaning(answer.getKey(), answer.getValue()),
                                        content(answer.getValue())))
                        .collect(Collectors.joining())
                + "</dl>\n";
    }

    /** The problems it comes with, as links, or else its words. */
    private String meaning(String status, JsonNode answer) {
        var said = answer.path("description").asString();
        if (!ProblemsInTheContract.isProblem(answer)) {
            return plain(said);
        }
        var named = Stream.of(said.split(", "))
                .filter(code -> code.matches("[a-z-]+"))
                .toList();
        var codes = named.isEmpty()
                ? ofAll.stream()
                        .filter(known -> known.status().contains(status))
                        .map(KnownProblem::code)
                        .toList()
                : named;
        return codes.isEmpty()
                ? plain(said)
                : codes.stream()
                        .map(code -> "<a href=\"/problems/%1$s\">%1$s</a>".formatted(plain(code)))
                        .collect(Collectors.joining(", "));
    }

    private String content(JsonNode answer) {
        return ProblemsInTheContract.isProblem(answer)
                ? ""
                : answer.path("content")
                        .propertyStream()
                        .map(media -> "<p>%s, <code>%s</code></p>%s"
                                .formatted(
                                        schemas.said(media.getValue().path("schema")),
                                        plain(media.getKey()),
                                        example("For example", media.getValue().path("schema"))))
                        .collect(Collectors.joining());
    }

    String object(String name, JsonNode schema) {
        return "<article id=\"%1$s\">\n<h3>%1$s</h3>\n%2$s</article>\n".formatted(plain(name), fields(schema));
    }

    private String fields(JsonNode schema) {
        var needed =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return list(
                "",
                schema.path("properties")
                        .propertyStream()
                        .map(field -> entry(
                                field.getKey(),
                                needed.contains(field.getKey()) ? "always" : "",
                                field.getValue(),
                                field.getValue().path("description").asString())));
    }

    private static String list(String title, Stream<String> entries) {
        var all = entries.collect(Collectors.joining());
        var heading = title.isEmpty() ? "" : "<h4>" + title + "</h4>\n";
        return all.isEmpty() ? "" : heading + "<dl>\n" + all + "</dl>\n";
    }

    private String entry(String name, String when, JsonNode schema, String meaning) {
        var given = schema.path("example");
        var example = given.isContainer() ? given.toString() : given.asString();
        return "<dt><code>%s</code> <span class=\"soft\">%s%s</span></dt>\n<dd>%s%s</dd>\n"
                .formatted(
                        plain(name),
                        schemas.said(schema),
                        when.isEmpty() ? "" : ", " + when,
                        words(meaning),
                        example.isEmpty() ? "" : " Such as <code>" + plain(example) + "</code>.");
    }
}
