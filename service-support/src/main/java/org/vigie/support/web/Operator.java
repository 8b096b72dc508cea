package org.vigie.support.web;

/**
 * Who decides: the principal of a request, as {@link org.vigie.support.Person} writes it, or with an evaluation's token
 * whom the header {@code Vigie-Operator} names, 1 to 200 characters, read as docs/problems.md says of headers.
 */
public record Operator(String name) {

    static final String HEADER = "Vigie-Operator";
}
