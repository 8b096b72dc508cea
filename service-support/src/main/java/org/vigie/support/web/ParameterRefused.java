package org.vigie.support.web;

import org.vigie.support.Refusal;

/** A query parameter is not acceptable; the message names it and does not repeat its value. */
public final class ParameterRefused extends Refusal {

    private static final long serialVersionUID = 1;

    public ParameterRefused(String parameter, String expected) {
        super(parameter + ": " + expected);
    }
}
