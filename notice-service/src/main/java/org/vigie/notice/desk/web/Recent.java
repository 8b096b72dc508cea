package org.vigie.notice.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which cases a person opened lately: in their session, so on the server, and gone with it. */
@Component
class Recent {

    private static final int MOST = 20;
    private static final String KEY = Recent.class.getName();

    /** It is the latest now. */
    void opened(HttpSession session, UUID caseId) {
        var cases = new ArrayList<UUID>();
        cases.add(caseId);
        of(session).stream()
                .filter(other -> !other.equals(caseId))
                .limit(MOST - 1)
                .forEach(cases::add);
        session.setAttribute(KEY, cases);
    }

    /** The latest first. */
    List<UUID> of(HttpSession session) {
        return session.getAttribute(KEY) instanceof List<?> cases
                ? cases.stream().map(UUID.class::cast).toList()
                : List.of();
    }
}
