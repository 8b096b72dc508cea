package org.vigie.notice.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.dispatch.Proofs;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Refuses;

/** What somebody else can verify: that a provider was told. */
@RestController
class ProofController {

    private final Proofs proofs;

    ProofController(Proofs proofs) {
        this.proofs = proofs;
    }

    /** 404 while nobody has accepted the notice. */
    @Operation(
            operationId = "getProof",
            summary = "Get the proof that a provider was told",
            description =
                    "A small file that shows when which provider accepted the notice, for whoever has the key that this installation published, and names no URL; docs/proof.md says how to verify it. 404 if nobody has accepted the notice.")
    @GetMapping("/v1/notices/{noticeId}/proof")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @Refuses("404 not-found")
    ResponseEntity<byte[]> proof(@PathVariable UUID noticeId) {
        var proof = proofs.find(noticeId).orElseThrow(() -> new NotFound("proof"));
        var name = ContentDisposition.attachment()
                .filename(noticeId + ".tlog-proof")
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(proof.getBytes(StandardCharsets.UTF_8));
    }
}
