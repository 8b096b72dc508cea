package org.vigie.notice.replypage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
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
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.replylink.ReplyAccess.Expired;
import org.vigie.notice.replylink.ReplyAccess.Opens;
import org.vigie.notice.replylink.ReplyAccess.Unknown;
import org.vigie.notice.replypage.AnsweredNotice;
import org.vigie.notice.replypage.Proof;
import org.vigie.notice.replypage.ProveAddressee;
import org.vigie.notice.replypage.ShowNotices;

/** The page on which an addressee proves to be it and sees its notice. */
@LinkedPage
@RestController
class ReplyPageController {

    static final String TOKEN = "^[0-9A-Za-z_-]{1,100}$";

    private final Visits visits;
    private final ShowNotices notices;
    private final ProveAddressee prove;
    private final ReplyTemplates templates;

    ReplyPageController(Visits visits, ShowNotices notices, ProveAddressee prove, ReplyTemplates templates) {
        this.visits = visits;
        this.notices = notices;
        this.prove = prove;
        this.templates = templates;
    }

    @Operation(
            operationId = "showReplyPage",
            summary = "Show the reply page",
            description =
                    "The page on which the addressee of a notice answers it, by the link in the notice, without an API token. It names reference, role and deadline; URLs only to whoever typed in the code that was sent to the notice's mailbox.")
    @GetMapping("/replies/{token}")
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "410",
            description = "The link has expired",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> show(
            @Parameter(schema = @Schema(pattern = TOKEN)) @PathVariable String token,
            @Size(max = 200) @RequestParam(required = false) @Nullable String lang,
            @Size(max = 200) @RequestParam(required = false) @Nullable String said,
            @Parameter(hidden = true) @CookieValue(name = Visits.COOKIE, required = false) @Nullable String proof,
            Locale preferred) {
        var language = PageLanguage.of(lang, preferred);
        return switch (visits.of(token, proof)) {
            case Opens access -> opened(access, token, language, Said.of(said));
            case Expired _ -> PageAnswer.page(HttpStatus.GONE, templates.sentence(language, "..", "expired"));
            case Unknown _ -> PageAnswer.page(HttpStatus.NOT_FOUND, templates.sentence(language, "..", "unknown"));
        };
    }

    private ResponseEntity<String> opened(Opens access, String token, PageLanguage language, @Nullable Said said) {
        var found = access.proven() ? notices.open(access.noticeId()) : notices.locked(access.noticeId());
        if (found.isEmpty()) {
            return PageAnswer.page(HttpStatus.NOT_FOUND, templates.sentence(language, "..", "unknown"));
        }
        var model = new HashMap<String, Object>();
        model.put("token", token);
        model.put("notice", NoticePage.of(found.get()));
        model.put("proven", access.proven());
        model.put("until", access.until());
        if (said != null) {
            model.put("said", said);
        }
        if (access.proven()) {
            model.put(
                    "others",
                    notices.openWith(access.noticeId()).stream()
                            .map(NoticePage::of)
                            .toList());
        }
        return PageAnswer.page(HttpStatus.OK, templates.filled("reply", language, "..", model));
    }

    @Operation(
            operationId = "sendReplyCode",
            summary = "Have a code sent",
            description = "Sends a code to the mailbox that the notice went to, and goes back to the page.")
    @PostMapping(path = "/replies/{token}/code", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ApiResponse(responseCode = "303", description = "Back to the page", content = @Content)
    ResponseEntity<String> code(
            @Parameter(schema = @Schema(pattern = TOKEN)) @PathVariable String token,
            @Size(max = 200) @RequestParam(required = false) @Nullable String lang,
            Locale preferred) {
        var language = PageLanguage.of(lang, preferred);
        return withNotice(token, language, notice -> {
            return PageAnswer.seeOther(back(token, language, Said.of(prove.sendCode(notice, language.language()))));
        });
    }

    @Operation(
            operationId = "giveReplyCode",
            summary = "Type in the code",
            description =
                    "With the code that was sent last, the page shows the URLs of the notice and takes answers for eight hours in this browser.")
    @PostMapping(path = "/replies/{token}/proof", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ApiResponse(responseCode = "303", description = "Back to the page", content = @Content)
    ResponseEntity<String> proof(
            @Parameter(schema = @Schema(pattern = TOKEN)) @PathVariable String token,
            @Size(max = 200) @RequestParam(required = false) @Nullable String lang,
            @Parameter(schema = @Schema(maxLength = 12)) @RequestParam(defaultValue = "") String code,
            Locale preferred) {
        var language = PageLanguage.of(lang, preferred);
        return withNotice(token, language, notice -> switch (prove.prove(notice, code)) {
            case Proof.Given given ->
                PageAnswer.seeOther(back(token, language, Said.PROVEN), visits.cookie(token, given));
            case Proof.Wrong _ -> PageAnswer.seeOther(back(token, language, Said.WRONG_CODE));
            case Proof.NoCode _ -> PageAnswer.seeOther(back(token, language, Said.NO_CODE));
        });
    }

    private ResponseEntity<String> withNotice(
            String token, PageLanguage language, Function<Notice, ResponseEntity<String>> then) {
        return switch (visits.of(token, null)) {
            case Opens access ->
                notices.locked(access.noticeId())
                        .map(AnsweredNotice::notice)
                        .map(then)
                        .orElseGet(() -> PageAnswer.seeOther(back(token, language, null)));
            case Expired _ -> PageAnswer.seeOther(back(token, language, null));
            case Unknown _ -> PageAnswer.page(HttpStatus.NOT_FOUND, templates.sentence(language, "../..", "unknown"));
        };
    }

    /** The page of a link that was given out, telling what was just done. */
    static String back(String token, PageLanguage language, @Nullable Said said) {
        return "../" + token + "?lang=" + language.code() + (said == null ? "" : "&said=" + said.code());
    }
}
