package org.vigie.metrics.removal.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** One answer in the form that was asked for. */
final class Answer {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Answer() {}

    static ResponseEntity<?> json(Object view) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(view);
    }

    static ResponseEntity<?> csv(String text) {
        return ResponseEntity.ok().contentType(CSV).body(text);
    }
}
