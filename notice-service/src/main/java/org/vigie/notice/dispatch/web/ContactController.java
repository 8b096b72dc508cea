package org.vigie.notice.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.dispatch.FindWaits;
import org.vigie.notice.dispatch.SendTest;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Refuses;

/** Asking a contact whether it works, over HTTP. */
@RestController
@RequestMapping("/v1/providers/{providerId}/contacts/{contactId}")
class ContactController {

    private static final Logger LOG = LoggerFactory.getLogger(ContactController.class);

    record ContactAnswer(@NotNull @Text String reference) {}

    private final SendTest sendTest;
    private final FindWaits waits;

    ContactController(SendTest sendTest, FindWaits waits) {
        this.waits = waits;
        this.sendTest = sendTest;
    }

    /** Sends a test that names no URL; the same key sends one. */
    @Operation(
            operationId = "testContact",
            summary = "Send a test to a contact",
            description = "A message that names no URL. The same key sends one.")
    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Refuses({"404 not-found", "409 no-contact"})
    NoticeView test(@PathVariable UUID providerId, @PathVariable UUID contactId, Operator by, IdempotencyKey key) {
        return sendTest.to(providerId, contactId, key.value())
                .map(notice -> NoticeView.of(notice, waits.of(notice).orElse(null), null))
                .orElseThrow(() -> new NotFound("contact"));
    }

    /** An operator had an answer to a notice: the contact works, and provider-registry hears of it. */
    @Operation(
            operationId = "confirmContact",
            summary = "Record that a contact answered",
            description = "The contact works: provider-registry is told so by an event.")
    @PostMapping("/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answered(
            @PathVariable UUID providerId,
            @PathVariable UUID contactId,
            Operator by,
            @RequestBody @Valid ContactAnswer said) {
        if (!sendTest.answered(providerId, contactId, said.reference().strip())) {
            throw new InvalidField("/reference", "No notice of this reference was sent to the contact.");
        }
        LOG.atInfo().addKeyValue("contactId", contactId).log("test answer recorded by a person");
    }
}
