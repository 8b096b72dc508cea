package org.vigie.notice.replypage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers what is refused where no API token is needed, whoever was to answer it: Spring itself answers OPTIONS.
 * Programs get a problem, people a page; only too many requests are refused to people so.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReplyProblems {

    private final ReplyTemplates templates;

    ReplyProblems(ReplyTemplates templates) {
        this.templates = templates;
    }

    @ExceptionHandler
    ResponseEntity<?> on(ReplyRefused refused, HttpServletRequest request, Locale preferred) {
        var path = request.getServletPath();
        if (path.startsWith("/v1/")) {
            var problem = refused.problem();
            return ResponseEntity.status(problem.getStatus()).body(problem);
        }
        var language = PageLanguage.of(null, preferred);
        return PageAnswer.page(
                HttpStatus.TOO_MANY_REQUESTS,
                templates.filled("reply", language, root(path), Map.of("sentence", "too_many")));
    }

    /** How the page's links lead to where the static files lie. */
    private static String root(String path) {
        var below = (int) path.chars().filter(c -> c == '/').count() - 1;
        return below == 0 ? "." : String.join("/", Collections.nCopies(below, ".."));
    }
}
