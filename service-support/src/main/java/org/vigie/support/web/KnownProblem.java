package org.vigie.support.web;

import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A type of problem as its page explains it, with code between backticks.
 *
 * @param code last part of its {@code type}
 * @param status one, or those that it comes with
 * @param retry whether sending the same again helps
 * @param advice what to do about it
 * @param detail words that an answer may have
 * @param more further members of an answer, as JSON
 */
record KnownProblem(
        String code,
        String status,
        String meaning,
        String retry,
        String advice,
        String detail,
        @Nullable String more) {

    private static final String STATUS = ".status";

    /** Those that a service may answer with, in the order of their codes. */
    static List<KnownProblem> of(String service) {
        var words = ServiceWords.read("problems", service);
        return words.stringPropertyNames().stream()
                .filter(name -> name.endsWith(STATUS))
                .map(name -> name.substring(0, name.length() - STATUS.length()))
                .sorted()
                .map(code -> of(code, words))
                .toList();
    }

    private static KnownProblem of(String code, Properties words) {
        return new KnownProblem(
                code,
                words.getProperty(code + STATUS),
                words.getProperty(code + ".meaning"),
                words.getProperty(code + ".retry"),
                words.getProperty(code + ".do"),
                words.getProperty(code + ".detail"),
                words.getProperty(code + ".more"));
    }

    /** An answer, for people to read. */
    String example() {
        var first = HttpStatus.valueOf(Integer.parseInt(status.substring(0, 3)));
        var answer = """
                {
                  "type": "%s",
                  "title": "%s",
                  "status": %d,
                  "detail": "%s\"""".formatted(Problems.TYPE + code, first.getReasonPhrase(), first.value(), detail);
        return answer + (more == null ? "" : ",\n  " + more) + "\n}";
    }
}
