package org.vigie.notice.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.vigie.support.access.IssuerSilent;

/** Says why somebody is not signed in: to them in a sentence, to the log by the error's code. */
final class SignInFailures implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailures.class);

    private final SignInPages pages;

    SignInFailures(SignInPages pages) {
        this.pages = pages;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException said
                ? said.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        LOG.atWarn().addKeyValue("error", printable(code)).log("nobody was signed in");
        LOG.atDebug().setCause(failure).log("failure");
        if (isSilence(failure)) {
            pages.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "silent", Map.of("signIn", true));
        } else {
            var said = code.equals(OAuth2ErrorCodes.INVALID_TOKEN) ? "foreign" : "failed";
            pages.write(request, response, HttpStatus.FORBIDDEN, said, Map.of("signIn", true));
        }
    }

    /** The code may come from the address that somebody was sent to. */
    private static String printable(String code) {
        return code.matches("[A-Za-z0-9_.-]{1,60}") ? code : "unknown";
    }

    private static boolean isSilence(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException || cause instanceof IssuerSilent);
    }
}
