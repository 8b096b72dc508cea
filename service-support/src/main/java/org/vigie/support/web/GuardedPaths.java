package org.vigie.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Matrix;

/**
 * Where it matters who asks: under {@code /v1} and at the actuator, but not where providers answer, whose paths hold a
 * token of their own. Health is for everybody; who is known sees its details.
 */
final class GuardedPaths implements AuthorizationManager<RequestAuthorizationContext> {

    /** Matched as handlers are: {@code /%761} leads to them, too. */
    private static final List<PathPattern> GUARDED = patterns("/v1/**", "/actuator/**");

    /** Spring's own operations, of which a setting or a library may add one that nobody here knows. */
    private static final List<PathPattern> ACTUATOR = patterns("/actuator/**");

    private static final List<PathPattern> HAS_ITS_OWN = patterns("/v1/replies/{token}/**");
    private static final List<PathPattern> OPEN = patterns("/actuator/health/**", "/actuator/prometheus");

    /** Pages for people, whom a session knows and no bearer token. */
    private static final List<PathPattern> PAGES = patterns("/desk/**");

    /** For who just left. */
    private static final List<PathPattern> OPEN_PAGES = patterns("/desk/signed-out");

    private final Matrix matrix;

    GuardedPaths(Matrix matrix) {
        this.matrix = matrix;
    }

    static boolean guards(HttpServletRequest request) {
        return guards(path(request));
    }

    /** Whether what is at a path, or at the paths of a template, is for whoever has a role for it only. */
    static boolean asksForARole(String path) {
        var parsed = PathContainer.parsePath(path);
        return (guards(parsed) && !any(OPEN, parsed)) || (any(PAGES, parsed) && !any(OPEN_PAGES, parsed));
    }

    private static boolean guards(PathContainer path) {
        return any(GUARDED, path) && !any(HAS_ITS_OWN, path);
    }

    /**
     * Where no operation of ours is, everybody known may hear that; where one of Spring's may be, nobody may ask it.
     */
    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        var path = path(asked.getRequest());
        if (any(OPEN, path)) {
            return new AuthorizationDecision(true);
        }
        var known = who.get();
        if (known == null || Caller.of(known).isEmpty()) {
            return new AuthorizationDecision(false);
        }
        var row = matrix.row(asked.getRequest().getMethod(), path);
        return new AuthorizationDecision(row.map(line -> line.allows(known)).orElse(!any(ACTUATOR, path)));
    }

    /** What is asked for, as the matrix of roles names it. */
    static PathContainer path(HttpServletRequest request) {
        return ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
    }

    private static boolean any(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(String... patterns) {
        return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
    }
}
