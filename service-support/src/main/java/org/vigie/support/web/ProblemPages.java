package org.vigie.support.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What each {@code type} of a problem means, for whoever reads one: the page that its {@code Link} names. */
@Hidden
@RestController
final class ProblemPages {

    private static final String REFERENCE = "<a href=\"/reference\">Reference</a>";
    private static final String AROUND = "<a href=\"/problems\">Problems</a> " + REFERENCE;

    private final String service;
    private final List<KnownProblem> problems;

    ProblemPages(Environment environment) {
        service = environment.getRequiredProperty("spring.application.name");
        problems = KnownProblem.of(service);
    }

    @GetMapping("/problems")
    ResponseEntity<String> all() {
        var rows = problems.stream().map(ProblemPages::row).collect(Collectors.joining("\n"));
        return ReferencePage.of("Problems of " + service, REFERENCE, """
                <p>Every error is a problem detail (RFC 9457). Its <code>type</code> is stable, and its page says what
                to do; <code>detail</code> is for people and may be worded otherwise.</p>
                <table>
                <thead><tr><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(rows));
    }

    private static String row(KnownProblem problem) {
        return "<tr><th scope=\"row\"><a href=\"/problems/%1$s\">%1$s</a></th><td>%2$s</td><td>%3$s</td></tr>"
                .formatted(problem.code(), problem.status(), ReferencePage.words(problem.meaning()));
    }

    @GetMapping("/problems/{code}")
    ResponseEntity<String> one(@PathVariable String code) {
        return problems.stream()
                .filter(problem -> problem.code().equals(code))
                .map(ProblemPages::page)
                .findAny()
                .orElseThrow(() -> new NotFound("type of problem"));
    }

    private static ResponseEntity<String> page(KnownProblem problem) {
        return ReferencePage.of(problem.code(), AROUND, """
                <dl>
                <dt>Type</dt><dd><code>%s</code></dd>
                <dt>Status</dt><dd>%s</dd>
                <dt>What it means</dt><dd>%s</dd>
                <dt>What to do</dt><dd>%s</dd>
                <dt>Does sending the same again help?</dt><dd>%s</dd>
                </dl>
                <h2>An answer</h2>
                <pre tabindex="0">%s</pre>""".formatted(
                        Problems.TYPE + problem.code(),
                        problem.status(),
                        ReferencePage.words(problem.meaning()),
                        ReferencePage.words(problem.advice()),
                        ReferencePage.words(problem.retry()),
                        ReferencePage.plain(problem.example())));
    }
}
