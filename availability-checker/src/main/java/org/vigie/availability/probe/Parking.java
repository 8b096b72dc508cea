package org.vigie.availability.probe;

import org.vigie.url.WebUrl;

/** Asks the name system what parked and unregistered names have in common; connects to nothing. */
public interface Parking {

    /** Whether a parking service serves the registrable domain's names; false if that cannot be found out. */
    boolean hasItsNameServers(WebUrl url);

    /**
     * Whether any name beside the registrable domain has the same addresses, as where a registry answers for names that
     * nobody registered; false if that cannot be found out.
     *
     * @param label of a name that cannot exist, such as sixteen letters
     */
    boolean isAnsweredForAnything(WebUrl url, String label);
}
