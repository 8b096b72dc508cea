package org.vigie.metrics.removal.web;

import org.vigie.support.Refusal;

/** A query parameter is not acceptable; the message names it and does not repeat its value. */
final class ParameterRefused extends Refusal {

    private static final long serialVersionUID = 1;

    ParameterRefused(String parameter, String expected) {
        super(parameter + ": " + expected);
    }
}
