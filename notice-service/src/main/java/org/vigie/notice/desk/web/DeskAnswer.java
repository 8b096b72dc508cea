package org.vigie.notice.desk.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What the desk answers; the headers that keep it from being kept, framed or scripted are set for all of it. */
final class DeskAnswer {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private DeskAnswer() {}

    static ResponseEntity<String> page(String html) {
        return page(HttpStatus.OK, html);
    }

    static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status).contentType(HTML).body(html);
    }

    /**
     * After a form, so that reloading sends nothing again.
     *
     * @param address from the address that the form was sent to
     */
    static ResponseEntity<String> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
