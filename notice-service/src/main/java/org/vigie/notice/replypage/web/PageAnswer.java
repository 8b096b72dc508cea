package org.vigie.notice.replypage.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that nobody keeps, frames, indexes or tells another site of. */
final class PageAnswer {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String ONLY_OUR_OWN =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private PageAnswer() {}

    static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .headers(guarded())
                .contentType(HTML)
                .body(html);
    }

    /** After a form: the page anew, so that reloading it sends nothing again. */
    static ResponseEntity<String> seeOther(String address, String... cookies) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .headers(guarded())
                .header(HttpHeaders.SET_COOKIE, cookies)
                .location(URI.create(address))
                .build();
    }

    static ResponseEntity<String> file(String name, MediaType type, String content) {
        return ResponseEntity.ok()
                .headers(guarded())
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static HttpHeaders guarded() {
        var headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        headers.set("Content-Security-Policy", ONLY_OUR_OWN);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Robots-Tag", "noindex");
        return headers;
    }
}
