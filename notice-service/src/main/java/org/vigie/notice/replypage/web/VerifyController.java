package org.vigie.notice.replypage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.replypage.ShowNotices;

/** Confirms to anybody that a notice was sent by us, and on which day; nothing else of it. */
@LimitedPage
@RestController
class VerifyController {

    /** As it stands in the subject, with its brackets or without, in capitals or not. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)\\[?\\s*(RN-[0-9]{4}-[0-9]{8})/([1-9][0-9]{0,8})\\s*]?");

    private final ShowNotices notices;
    private final ReplyTemplates templates;

    VerifyController(ShowNotices notices, ReplyTemplates templates) {
        this.notices = notices;
        this.templates = templates;
    }

    @Operation(
            operationId = "verifyNotice",
            summary = "Confirm that a notice is ours",
            description =
                    "A page that says whether a notice of that reference was sent, and on which day, without an API token. It names no addressee and no URL.")
    @GetMapping("/verify")
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> verify(
            @Size(max = 200) @RequestParam(required = false) @Nullable String lang,
            @Size(max = 200) @RequestParam(required = false) @Nullable String reference,
            Locale preferred) {
        var content = new HashMap<String, Object>();
        if (reference != null && !reference.isBlank()) {
            var sent = sentAt(reference);
            content.put("asked", reference.strip());
            content.put("found", sent.isPresent());
            sent.ifPresent(at -> content.put("sentAt", at));
        }
        var language = PageLanguage.of(lang, preferred);
        return PageAnswer.page(HttpStatus.OK, templates.filled("verify", language, ".", content));
    }

    private Optional<Instant> sentAt(String reference) {
        var matcher = REFERENCE.matcher(reference.strip());
        return matcher.matches()
                ? notices.sentAt(matcher.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(matcher.group(2)))
                : Optional.empty();
    }
}
