package org.vigie.availability.probe;

/** Asks a web server once, redirects included. */
public interface Probe {

    /** Asks and says what came of it; never throws for what the network or the server does. Takes at most 90 s. */
    ProbeResult ask(Ask ask);
}
