package org.vigie.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.vigie.support.access.IssuerSilent;
import org.vigie.support.access.KeysUnavailable;

/** What is answered to who is not known or may not do what they ask: a problem, and what RFC 6750 (section 3) adds. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case IssuerSilent _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "10");
                Problems.write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "issuer-unavailable",
                        "The issuer of access tokens does not answer, so yours cannot be checked; nothing was done.");
            }
            case KeysUnavailable _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "30");
                Problems.write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-unavailable",
                        "The store does not answer; nothing was kept.");
            }
            case InsufficientAuthenticationException _ ->
                unauthorized(response, "Bearer", "Header Authorization must hold a valid bearer token.");
            default ->
                unauthorized(
                        response,
                        "Bearer error=\"invalid_token\"",
                        "The bearer token is not valid here, or no longer.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        Problems.write(response, HttpStatus.FORBIDDEN, "role-missing", "None of your roles may do this.");
    }

    private static void unauthorized(HttpServletResponse response, String challenge, String detail) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        Problems.write(response, HttpStatus.UNAUTHORIZED, "unauthorized", detail);
    }
}
