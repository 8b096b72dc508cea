package org.vigie.notice.desk;

import java.util.Collections;
import java.util.Set;
import org.vigie.support.Person;
import org.vigie.support.access.CallerRole;
import org.vigie.support.access.Matrix;

/**
 * Who looks at a page of the desk, and what the page offers them.
 *
 * @param person as for the REST interface: two requests of one principal are one person, wherever they come in
 * @param csrf what every form carries as {@code _csrf}; without it nothing is done
 * @param token their access token, with which other services are asked as they would be by themselves
 */
public record DeskVisit(Person person, Set<CallerRole> roles, String csrf, Matrix matrix, String token) {

    public DeskVisit {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether they may do it, so that a form which would be refused is not shown.
     *
     * @param path the template, as it stands in docs/roles.md
     * @throws IllegalArgumentException if nobody may, since there is no such form
     */
    public boolean may(String method, String path) {
        return !Collections.disjoint(
                roles,
                matrix.row(method, path)
                        .orElseThrow(() -> new IllegalArgumentException("no line for %s %s".formatted(method, path)))
                        .roles());
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "DeskVisit";
    }
}
