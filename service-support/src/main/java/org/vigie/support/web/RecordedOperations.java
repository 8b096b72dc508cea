package org.vigie.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Matrix;
import org.vigie.support.access.Matrix.Row;
import org.vigie.support.access.Partner;
import org.vigie.support.audit.Audit;

/**
 * Records who does what before it is done: whatever changes something or shows an exact URL. A second entry says that
 * the operation was refused. What partners hand in is left out, because each report says whose it is, and so are
 * searches. Of a request only ids are recorded.
 */
final class RecordedOperations implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|R[NP]-[0-9]{4}-[0-9]{8}[.0-9a-z]*");
    private static final String RECORDED = RecordedOperations.class.getName();
    private static final int REFUSED = 400;

    private final Matrix matrix;
    private final Audit audit;

    RecordedOperations(Matrix matrix, Audit audit) {
        this.matrix = matrix;
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        matrix.row(request.getMethod(), GuardedPaths.path(request))
                .filter(row -> isRecorded(row, handler))
                .ifPresent(row -> request.setAttribute(
                        RECORDED,
                        audit.add(who(request), operation(row), ids(request)).index()));
        return true;
    }

    /** That it was refused is worth knowing; the answer has left already. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(RECORDED) instanceof Long entry && response.getStatus() >= REFUSED) {
            audit.add(
                    who(request),
                    "refused",
                    Map.of("entry", entry.toString(), "status", Integer.toString(response.getStatus())));
        }
    }

    private static boolean isRecorded(Row row, Object handler) {
        if (READING.contains(row.method())) {
            return handler instanceof HandlerMethod method && method.hasMethodAnnotation(ShowsUrls.class);
        }
        return !row.isForPartners() && !row.path().getPatternString().endsWith("/search");
    }

    private static String operation(Row row) {
        return row.method() + " " + row.path().getPatternString();
    }

    private static String who(HttpServletRequest request) {
        return Caller.of(request.getUserPrincipal())
                .map(caller -> switch (caller) {
                    case Partner partner -> "partner " + partner.id();
                    case Caller.Principal(var person) -> Objects.requireNonNullElse(person.principal(), person.name());
                    case Caller.TokenHolder _ -> "the holder of the token";
                })
                .orElse("nobody");
    }

    private static Map<String, String> ids(HttpServletRequest request) {
        var ids = new TreeMap<String, String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                if (ID.matcher(value.toString()).matches()) {
                    ids.put(name.toString(), value.toString());
                }
            });
        }
        return ids;
    }
}
