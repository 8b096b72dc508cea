package org.vigie.notice.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.vigie.notice.desk.DeskVisit;
import org.vigie.support.access.Matrix;
import org.vigie.support.access.SignedIn;

/** Tells a page who looks at it. */
final class DeskVisits implements HandlerMethodArgumentResolver {

    private final Matrix matrix;
    private final OAuth2AuthorizedClientRepository tokens;

    DeskVisits(Matrix matrix, OAuth2AuthorizedClientRepository tokens) {
        this.matrix = matrix;
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(DeskVisit.class);
    }

    /** @throws IllegalStateException at a page that is not the desk's, where nobody is signed in */
    @Override
    public DeskVisit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (request.getUserPrincipal() instanceof Authentication known
                && known.getPrincipal() instanceof SignedIn person
                && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            return new DeskVisit(
                    person.caller().person(), person.roles(), csrf.getToken(), matrix, token(request, known));
        }
        throw new IllegalStateException("nobody is signed in here");
    }

    private String token(HttpServletRequest request, Authentication known) {
        OAuth2AuthorizedClient kept = tokens.loadAuthorizedClient(DeskSettings.REGISTRATION, known, request);
        return Objects.requireNonNull(kept).getAccessToken().getTokenValue();
    }
}
