package org.vigie.notice.signin.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where whoever signs out arrives. */
@RestController
class SignedOutController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final SignInPages pages;

    SignedOutController(SignInPages pages) {
        this.pages = pages;
    }

    @GetMapping(DeskPaths.SIGNED_OUT)
    ResponseEntity<String> left(Locale preferred) {
        return ResponseEntity.ok().contentType(HTML).body(pages.filled(preferred, "left", Map.of("signIn", true)));
    }
}
