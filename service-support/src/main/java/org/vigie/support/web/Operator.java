package org.vigie.support.web;

/**
 * Who decides, as the header {@code Vigie-Operator} of a request says: 1 to 200 characters, read as docs/problems.md
 * says of headers.
 */
public record Operator(String name) {

    static final String HEADER = "Vigie-Operator";
}
