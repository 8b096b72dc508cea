package org.vigie.sandbox.story;

import java.util.List;

/**
 * A host name, where it leads and the path of its one page.
 *
 * @param homes addresses on loopback, the first at the start of the tale
 * @param label names the page: the last part of its path, unlike any other in the world
 */
public record Site(String name, List<String> homes, String label) {

    private static final String DIRECTORY = "/view/";

    public Site {
        homes = List.copyOf(homes);
    }

    /** The page's path. */
    public String path() {
        return DIRECTORY + label;
    }

    /** Leaves the name out. */
    @Override
    public String toString() {
        return "Site[" + label + "]";
    }
}
