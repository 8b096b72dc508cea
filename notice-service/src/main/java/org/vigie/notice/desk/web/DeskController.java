package org.vigie.notice.desk.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.vigie.notice.desk.DeskVisit;

/** The first page of the desk. */
@RestController
class DeskController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    @GetMapping("/desk")
    ResponseEntity<String> desk(DeskVisit visit) {
        return ResponseEntity.ok().contentType(HTML).body("""
                <!doctype html><html lang="en"><head><title>Desk</title></head><body><h1>Desk</h1><p>%s</p>
                <form method="post" action="/desk/sign-out"><input type="hidden" name="_csrf" value="%s">
                <button>Sign out</button></form></body></html>
                """.formatted(
                        HtmlUtils.htmlEscape(visit.person().name()), HtmlUtils.htmlEscape(visit.csrf())));
    }
}
