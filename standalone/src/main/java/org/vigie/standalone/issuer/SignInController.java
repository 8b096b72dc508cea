package org.vigie.standalone.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.vigie.support.web.PageTemplates;

/** The page where somebody says who they are: plain HTML, in English or French, that asks nobody else for anything. */
@RestController
class SignInController {

    static final String PATH = "/sign-in";
    static final String STYLE = "/sign-in.css";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    /** The desk's, so that both look alike. */
    private static final String SHARED = "/static/desk/files/sign-in.css";

    private final IssuerRules rules;
    private final SpringTemplateEngine templates = PageTemplates.beside(SignInController.class);

    SignInController(IssuerRules rules) {
        this.rules = rules;
    }

    @GetMapping(PATH)
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String error, HttpServletRequest request, Locale preferred) {
        var language = preferred.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        var context = new Context(language);
        context.setVariable("language", language.getLanguage());
        context.setVariable("wrong", error != null);
        context.setVariable("file", rules.accounts().file());
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            context.setVariable("csrf", csrf.getToken());
        }
        return ResponseEntity.ok().contentType(HTML).body(templates.process("sign-in", context));
    }

    @GetMapping(STYLE)
    ResponseEntity<String> style() throws IOException {
        return ResponseEntity.ok()
                .contentType(CSS)
                .body(new ClassPathResource(SHARED).getContentAsString(StandardCharsets.UTF_8));
    }
}
