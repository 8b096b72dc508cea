package org.vigie.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.vigie.support.access.Caller;
import org.vigie.support.validation.InvalidField;

/** Refuses {@code Vigie-Operator} from whom their token names already: nobody acts in another's name. */
final class OperatorFromPrincipal implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // OPTIONS asks what there is.
        if (!HttpMethod.OPTIONS.matches(request.getMethod())
                && request.getHeader(Operator.HEADER) != null
                && Caller.of(request.getUserPrincipal())
                        .filter(caller -> !(caller instanceof Caller.TokenHolder))
                        .isPresent()) {
            throw new InvalidField(
                    "", "Header %s must be left out: your token says who you are.".formatted(Operator.HEADER));
        }
        return true;
    }
}
