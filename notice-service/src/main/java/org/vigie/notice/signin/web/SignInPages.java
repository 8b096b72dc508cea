package org.vigie.notice.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.vigie.support.web.PageTemplates;

/** What stands between a person and the desk: plain pages in the browser's language, English or French. */
final class SignInPages {

    /** What was chosen in a form of the desk is named as there. */
    private static final String DESK = "org/vigie/notice/desk/web/texts";

    private final SpringTemplateEngine templates = PageTemplates.beside(SignInPages.class, DESK);

    /** A page that says one thing, and how to go on. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String said)
            throws IOException {
        write(request, response, status, said, Map.of());
    }

    /** @param content what the page shows besides */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String said,
            Map<String, ?> content)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(filled(request.getLocale(), said, content));
    }

    String filled(Locale preferred, String said, Map<String, ?> content) {
        var language = preferred.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        var context = new Context(language);
        context.setVariable("language", language.getLanguage());
        context.setVariable("said", said);
        content.forEach(context::setVariable);
        return templates.process("page", context);
    }
}
