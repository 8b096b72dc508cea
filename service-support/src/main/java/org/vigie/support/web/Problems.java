package org.vigie.support.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Builds RFC 9457 problems. Their types are listed in docs/problems.md; none repeats a value that was sent. */
public final class Problems {

    static final String TYPE = "urn:vigie:problem:";

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON Pointer (RFC 6901) into the request's body, empty for the whole of it
     * @param detail what was expected
     */
    public record FieldProblem(String pointer, String detail) {}

    private Problems() {}

    /**
     * A problem of a known kind.
     *
     * @param code last part of its {@code type}, stable, such as {@code unknown-case}
     */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }

    /**
     * The same as text, for where no converter writes it.
     *
     * @param detail without anything that JSON escapes
     */
    static String text(HttpStatus status, String code, String detail) {
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(TYPE + code, status.getReasonPhrase(), status.value(), detail);
    }

    /** The same as an answer, where a request ends before it comes to an operation. */
    static void write(HttpServletResponse response, HttpStatus status, String code, String detail) throws IOException {
        response.setStatus(status.value());
        response.addHeader(HttpHeaders.LINK, page(code));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(text(status, code, detail));
    }

    /**
     * The {@code Link} (RFC 8288) to the page that explains a type, right under whatever name the service is reached.
     */
    static String page(String code) {
        return "</problems/%s>; rel=\"help\"".formatted(code);
    }

    /** The body is readable and not acceptable: which fields, and why. */
    public static ProblemDetail invalidFields(List<FieldProblem> fields) {
        var problem = of(HttpStatus.BAD_REQUEST, "invalid-field", "The request has fields that cannot be accepted.");
        problem.setProperty("errors", List.copyOf(fields));
        return problem;
    }

    /** One field is not acceptable. */
    public static ProblemDetail invalidField(String pointer, String detail) {
        return invalidFields(List.of(new FieldProblem(pointer, detail)));
    }
}
