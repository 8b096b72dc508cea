package org.vigie.notice.apikey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.apikey.ApiKey;
import org.vigie.notice.apikey.ApiKeys;
import org.vigie.notice.apikey.IssueKeys;
import org.vigie.notice.apikey.IssueKeys.EndRefused;
import org.vigie.notice.apikey.IssueKeys.Issued;
import org.vigie.notice.apikey.IssueKeys.Issuing;
import org.vigie.notice.apikey.IssueKeys.Rotation;
import org.vigie.notice.apikey.Right;
import org.vigie.support.Refusal;
import org.vigie.support.access.Partner;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.validation.Text;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.ParameterRefused;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** Keys of partners over HTTP. */
@RestController
@RequestMapping("/v1/api-keys")
class ApiKeyController {

    /** Whose key it is to be. */
    record KeyRequest(
            @NotNull
            @Pattern(regexp = Partner.FORM, message = "Must be 1 to 64 letters, digits, dots, hyphens or underscores.")
            String partner,

            @NotNull @Size(min = 1, max = 2) List<@NotNull Right> rights,
            @NotNull Instant expiresAt,
            @Nullable Boolean test) {}

    /** @param oldExpiresAt in a week if absent, never later than it would */
    record RotationRequest(
            @NotNull Instant expiresAt, @Nullable Instant oldExpiresAt) {}

    record RevocationRequest(@NotNull @Text String reason) {}

    /** What is known of a key. */
    record KeyView(
            UUID keyId,
            String start,
            String partner,
            boolean test,
            Set<Right> rights,
            String issuedBy,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable UUID replaces,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable String reason,
            @Nullable LocalDate lastUsedOn) {

        static KeyView of(ApiKey key) {
            var revoked = key.revoked();
            return new KeyView(
                    key.keyId(),
                    key.start(),
                    key.partner().id(),
                    key.partner().test(),
                    key.rights(),
                    key.issuedBy(),
                    key.issuedAt(),
                    key.expiresAt(),
                    key.replaces(),
                    revoked == null ? null : revoked.at(),
                    revoked == null ? null : revoked.by(),
                    revoked == null ? null : revoked.reason(),
                    key.lastUsedOn());
        }
    }

    /** The only answer that has the key itself. */
    record IssuedKey(String key, KeyView about) {

        static IssuedKey of(Issued issued) {
            return new IssuedKey(issued.text(), KeyView.of(issued.key()));
        }
    }

    record KeyList(List<KeyView> keys, @Nullable UUID next) {}

    /** A key that no longer counts has no successor. */
    static final class KeyOver extends Refusal {

        private static final long serialVersionUID = 1;

        KeyOver() {
            super("The key was revoked or has expired; issue a new one.");
        }
    }

    private final IssueKeys issueKeys;
    private final ApiKeys keys;

    ApiKeyController(IssueKeys issueKeys, ApiKeys keys) {
        this.issueKeys = issueKeys;
        this.keys = keys;
    }

    @Operation(
            operationId = "issueApiKey",
            summary = "Give a partner a key",
            description =
                    "The answer is the only one that has the key: it is stored as a hash. The partner sends it as its bearer token. It counts for 366 days at most.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKey issue(Operator by, @RequestBody @Valid KeyRequest asked) {
        var partner = new Partner(asked.partner(), Boolean.TRUE.equals(asked.test()));
        return switch (issueKeys.issue(partner, EnumSet.copyOf(asked.rights()), asked.expiresAt(), by.name())) {
            case Issued issued -> IssuedKey.of(issued);
            case EndRefused() -> throw refusedEnd("/expires_at");
            case Issuing.Reserved() ->
                throw new InvalidField("/partner", "Reserved for what comes from ICCAM; choose another id.");
        };
    }

    @Operation(
            operationId = "listApiKeys",
            summary = "List keys",
            description = "Keys of all partners or of one, those that no longer count among them; page by page.")
    @GetMapping
    KeyList list(
            @Parameter(schema = @Schema(pattern = Partner.FORM)) @RequestParam(required = false) @Nullable
                    String partner,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        var found = keys.page(partner == null ? null : partner(partner), cursor, size);
        return new KeyList(
                found.stream().map(KeyView::of).toList(),
                found.size() < size ? null : found.getLast().keyId());
    }

    @Operation(
            operationId = "rotateApiKey",
            summary = "Give a partner the key that follows another",
            description =
                    "For the same partner and rights. Both keys count until old_expires_at, a week from now if it is absent.")
    @PostMapping("/{id}/rotation")
    @Refuses({"404 not-found", "409 key-over"})
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKey rotate(Operator by, @PathVariable UUID id, @RequestBody @Valid RotationRequest asked) {
        return switch (issueKeys.rotate(id, asked.expiresAt(), asked.oldExpiresAt(), by.name())) {
            case Issued issued -> IssuedKey.of(issued);
            case EndRefused() -> throw refusedEnd("/expires_at");
            case Rotation.OldEndRefused() -> throw refusedEnd("/old_expires_at");
            case Rotation.NoSuchKey() -> throw new NotFound("key");
            case Rotation.Over() -> throw new KeyOver();
        };
    }

    @Operation(
            operationId = "revokeApiKey",
            summary = "Take a key back",
            description = "At once and for good. The same again changes nothing.")
    @PostMapping("/{id}/revocation")
    @Refuses("404 not-found")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Operator by, @PathVariable UUID id, @RequestBody @Valid RevocationRequest asked) {
        if (!issueKeys.revoke(id, asked.reason(), by.name())) {
            throw new NotFound("key");
        }
    }

    @ExceptionHandler
    ProblemDetail on(KeyOver over) {
        return Problems.of(HttpStatus.CONFLICT, "key-over", over.getMessage());
    }

    private static Partner partner(String id) {
        return Partner.of(id).orElseThrow(() -> new ParameterRefused("partner", "Not the id of a partner."));
    }

    private static InvalidField refusedEnd(String pointer) {
        return new InvalidField(pointer, "Must be in the future, within 366 days.");
    }
}
