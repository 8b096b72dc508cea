package org.vigie.notice.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.vigie.notice.desk.DeskVisit;

/** Tells the desk's controllers how the page is to read; a language that an address asks for stays chosen. */
@RestControllerAdvice(basePackageClasses = WhoVisits.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class WhoVisits {

    private static final String LANGUAGE = "vigie_language";
    private static final String ASKED = "lang";

    private final DeskPages pages;
    private final Clock clock;

    WhoVisits(DeskPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @ModelAttribute
    Visitor visitor(DeskVisit visit, HttpServletRequest request, HttpServletResponse response) {
        var asked = request.getParameter(ASKED);
        var words = DeskLanguage.of(
                Stream.of(asked, chosen(request))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                request.getLocale());
        if (asked != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(words, request.isSecure()));
        }
        return new Visitor(
                visit,
                words,
                clock.instant(),
                request.getMethod().equals(HttpMethod.GET.name()),
                root(request.getServletPath()));
    }

    /** What stands in the address where an id should is none: then there is nothing. */
    @ExceptionHandler
    ResponseEntity<String> on(
            MethodArgumentTypeMismatchException mismatch,
            DeskVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.notFound(visitor(visit, request, response));
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(LANGUAGE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static String cookie(DeskLanguage words, boolean secure) {
        return ResponseCookie.from(LANGUAGE, words.code())
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .build()
                .toString();
    }

    /** From a page to what it lies below, as links need it wherever a proxy puts the service. */
    private static String root(String path) {
        var below = (int) path.chars().filter(c -> c == '/').count() - 1;
        return below == 0 ? "." : String.join("/", Collections.nCopies(below, ".."));
    }
}
