package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.List;
import org.vigie.notice.desk.DeskVisit;
import org.vigie.support.Person;

/**
 * Who is at the desk, and how the page reads.
 *
 * @param now by the one clock
 * @param again whether the page can be asked for again, as the answer to a form cannot
 * @param root from the page to what {@code desk} lies below, such as {@code ../..}
 */
record Visitor(DeskVisit visit, DeskLanguage words, Instant now, boolean again, String root) {

    private static final List<Place> PLACES = List.of(
            new Place("work", "/desk"),
            new Place("search", "/desk/search"),
            new Place("report", "/desk/intake"),
            new Place("messages", "/desk/messages"),
            new Place("providers", "/desk/providers"),
            new Place("steering", "/desk/steering"),
            new Place("shift", "/desk/shift"));

    /** A page that every page leads to; the key is that of its name. */
    record Place(String key, String path) {}

    /** Those that are theirs to read. */
    public List<Place> places() {
        return PLACES.stream().filter(place -> mayRead(place.path())).toList();
    }

    /** As it is stored. */
    String person() {
        return visit.person().text();
    }

    /** Without the principal. */
    public String name() {
        return visit.person().name();
    }

    /** For asking other services as they would. */
    String token() {
        return visit.token();
    }

    public String csrf() {
        return visit.csrf();
    }

    /** Whether a form of the desk is theirs to send. */
    public boolean may(String path) {
        return visit.may("POST", path);
    }

    /** Whether a page of the desk is theirs to read. */
    public boolean mayRead(String path) {
        return visit.may("GET", path);
    }

    /** Whether a stored name means them. */
    public boolean is(String other) {
        return Person.same(person(), other);
    }

    /** The address of something at the desk, from this page. */
    String at(String path) {
        return root + path;
    }
}
