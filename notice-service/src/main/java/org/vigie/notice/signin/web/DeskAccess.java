package org.vigie.notice.signin.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Matrix;

/** Pages and forms are for whose role the matrix names; that a page does not exist, everybody signed in may hear. */
final class DeskAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final Matrix matrix;

    DeskAccess(Matrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        var known = who.get();
        if (known == null || Caller.of(known).isEmpty()) {
            return new AuthorizationDecision(false);
        }
        var path = ServletRequestPathUtils.parseAndCache(asked.getRequest()).pathWithinApplication();
        return new AuthorizationDecision(matrix.row(asked.getRequest().getMethod(), path)
                .map(row -> row.allows(known))
                .orElse(true));
    }
}
