package org.vigie.support.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * A page for whoever writes a client: its words are this house's own, it runs no script and asks nobody else for
 * anything. Written here and not by a template engine, which two of the services do without.
 */
final class ReferencePage {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String ONLY_OUR_OWN =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private ReferencePage() {}

    /**
     * A page of its own.
     *
     * @param title plain
     * @param around links to the pages around it, as HTML
     * @param content below the title, as HTML
     */
    static ResponseEntity<String> of(String title, String around, String content) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", ONLY_OUR_OWN)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .body("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%1$s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="stylesheet" href="/reference.css">
            </head>
            <body>
            <a class="skip" href="#content">Skip to content</a>
            <header><nav aria-label="Service">%2$s</nav></header>
            <main id="content">
            <h1>%1$s</h1>
            %3$s
            </main>
            </body>
            </html>
            """.formatted(plain(title), around, content));
    }

    /** As HTML that shows just this. */
    static String plain(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    /** The same, with code between backticks. */
    static String words(String text) {
        return CODE.matcher(plain(text)).replaceAll("<code>$1</code>");
    }
}
