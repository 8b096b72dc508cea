package org.vigie.notice.replypage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.replylink.ReplyAccess.Expired;
import org.vigie.notice.replylink.ReplyAccess.Opens;
import org.vigie.notice.replylink.ReplyAccess.Unknown;
import org.vigie.notice.replypage.AnswerNotice;
import org.vigie.notice.replypage.ShowNotices;

/** What an addressee who proved to be it sends from the page, or takes along. */
@LinkedPage
@RestController
class ReplyFormController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Visits visits;
    private final AnswerNotice answer;
    private final ShowNotices notices;
    private final ReplyTemplates templates;

    ReplyFormController(Visits visits, AnswerNotice answer, ShowNotices notices, ReplyTemplates templates) {
        this.templates = templates;
        this.visits = visits;
        this.answer = answer;
        this.notices = notices;
    }

    @Operation(
            operationId = "answerOnPage",
            summary = "Answer on the page",
            description =
                    "Records the addressee's answer, as the page's buttons send it, and goes back to the page. The same answer again on the same day is one.")
    @PostMapping(path = "/replies/{token}/answers", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ApiResponse(responseCode = "303", description = "Back to the page", content = @Content)
    ResponseEntity<String> answer(
            @Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token,
            @Size(max = 200) @RequestParam(required = false) @Nullable String lang,
            @RequestParam ReplyOutcome outcome,
            @Parameter(schema = @Schema(maxLength = 4000)) @RequestParam(defaultValue = "") String text,
            @Parameter(hidden = true) @CookieValue(name = Visits.COOKIE, required = false) @Nullable String proof,
            Locale preferred) {
        var language = PageLanguage.of(lang, preferred);
        return proven(token, proof, language, access -> {
            answer.answer(access, outcome, Typed.text(text));
            return back(token, language, Said.ANSWERED);
        });
    }

    @Operation(
            operationId = "wishOnPage",
            summary = "Say how notices should come",
            description =
                    "Records which format and language the addressee wishes, and who can be reached at any hour; a person reads it and changes the contact.")
    @PostMapping(path = "/replies/{token}/wishes", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ApiResponse(responseCode = "303", description = "Back to the page", content = @Content)
    ResponseEntity<String> wish(
            @Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token,
            @Size(max = 200) @RequestParam(required = false) @Nullable String lang,
            @Pattern(regexp = "as_now|xarf4|csv|text")
                    @Parameter(schema = @Schema(allowableValues = {"as_now", "xarf4", "csv", "text"}))
                    @RequestParam(defaultValue = "as_now")
                    String format,
            @Pattern(regexp = "as_now|fr|en")
                    @Parameter(schema = @Schema(allowableValues = {"as_now", "fr", "en"}))
                    @RequestParam(defaultValue = "as_now")
                    String language,
            @Parameter(schema = @Schema(maxLength = 300)) @RequestParam(defaultValue = "") String anytime,
            @Parameter(hidden = true) @CookieValue(name = Visits.COOKIE, required = false) @Nullable String proof,
            Locale preferred) {
        var shown = PageLanguage.of(lang, preferred);
        return proven(token, proof, shown, access -> {
            var wish = "Wishes for notices: format %s, language %s, reached at any hour: %s"
                    .formatted(format, language, anytime.isBlank() ? "-" : anytime);
            answer.answer(access, ReplyOutcome.UNPARSED, Typed.text(wish));
            return back(token, shown, Said.WISHED);
        });
    }

    @Operation(
            operationId = "getOpenNoticesAsCsv",
            summary = "Get what is open as CSV",
            description = "Every URL that is open and was named in a notice to the same mailbox, exactly.")
    @GetMapping("/replies/{token}/open.csv")
    @ApiResponse(responseCode = "303", description = "To the page, which asks for the code", content = @Content)
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<String> csv(
            @Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token,
            @Parameter(hidden = true) @CookieValue(name = Visits.COOKIE, required = false) @Nullable String proof,
            Locale preferred) {
        return proven(
                token,
                proof,
                PageLanguage.of(null, preferred),
                access -> PageAnswer.file("open.csv", CSV, OpenTable.of(notices.openWith(access.noticeId()))));
    }

    @Operation(
            operationId = "getOpenNoticesAsXarf",
            summary = "Get what is open as XARF",
            description =
                    "The XARF v4 reports of the notices to the same mailbox with a URL that is open, as they were sent, in one JSON array.")
    @GetMapping("/replies/{token}/open.json")
    @ApiResponse(responseCode = "303", description = "To the page, which asks for the code", content = @Content)
    @ApiResponse(
            responseCode = "200",
            description = "The reports",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(type = "object"))))
    ResponseEntity<String> xarf(
            @Parameter(schema = @Schema(pattern = ReplyPageController.TOKEN)) @PathVariable String token,
            @Parameter(hidden = true) @CookieValue(name = Visits.COOKIE, required = false) @Nullable String proof,
            Locale preferred) {
        return proven(
                token,
                proof,
                PageLanguage.of(null, preferred),
                access -> PageAnswer.file(
                        "open-xarf.json",
                        MediaType.APPLICATION_JSON,
                        "[" + String.join(",\n", notices.xarfOpenWith(access.noticeId())) + "]"));
    }

    private ResponseEntity<String> proven(
            String token, @Nullable String proof, PageLanguage language, Function<Opens, ResponseEntity<String>> then) {
        return switch (visits.of(token, proof)) {
            case Opens access -> access.proven() ? then.apply(access) : back(token, language, Said.LOCKED);
            case Expired _ -> back(token, language, Said.LOCKED);
            case Unknown _ -> PageAnswer.page(HttpStatus.NOT_FOUND, templates.sentence(language, "../..", "unknown"));
        };
    }

    private static ResponseEntity<String> back(String token, PageLanguage language, Said said) {
        return PageAnswer.seeOther(ReplyPageController.back(token, language, said));
    }
}
