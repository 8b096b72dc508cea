package org.vigie.registry.provider.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.ProviderFacts;
import org.vigie.registry.provider.ProviderFacts.ContactFact;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.registry.provider.Vetting;
import org.vigie.support.validation.Text;

/** What is sent to teach a provider. */
record ProviderRequest(
        @Nullable UUID providerId,
        @NotNull @Text String name,
        @Text @Nullable String legalName,
        @NotNull Role type,
        @Schema(pattern = "^[A-Z]{2}$") @Nullable String country,
        @Text @Nullable String namingSource,
        @Nullable UUID group,
        @Text @Nullable String reportedApart,
        @Nullable ProbeRule probeRule,
        @Nullable List<@NotNull @Valid ObjectRequest> networkObjects,
        @Nullable List<@NotNull @Valid ContactRequest> contacts) {

    /** A network object as it is sent. */
    record ObjectRequest(@NotNull Kind kind, @NotNull String value) {

        ObjectFact toFact() {
            return new ObjectFact(kind, value);
        }
    }

    /** A contact as it is sent; a plain text mail in English unless said otherwise. */
    record ContactRequest(
            @NotNull Channel channel,
            @NotNull String address,
            @Nullable Format format,
            @Schema(pattern = "^[a-z]{2}$") @Nullable String language,
            @Nullable @Valid VettingRequest noForward,

            @Size(max = 200) @Schema(pattern = "^ *([0-9A-Fa-f] *){40}(([0-9A-Fa-f] *){24})?$") @Nullable
            String openpgpFingerprint) {

        private ContactFact toFact() {
            return new ContactFact(
                    channel,
                    address,
                    Objects.requireNonNullElse(format, Format.TEXT),
                    Objects.requireNonNullElse(language, "en"),
                    noForward == null ? null : new Vetting(noForward.vettedBy(), noForward.vettedAt()),
                    openpgpFingerprint);
        }
    }

    /** Who made sure, and when, that the contact never forwards a notice. */
    record VettingRequest(
            @NotNull @Text String vettedBy,
            @NotNull @PastOrPresent Instant vettedAt) {}

    ProviderFacts toFacts() {
        return new ProviderFacts(
                providerId,
                name,
                legalName,
                type,
                country,
                namingSource,
                group,
                reportedApart,
                probeRule,
                networkObjects == null ? null : facts(networkObjects),
                contacts == null
                        ? List.of()
                        : contacts.stream().map(ContactRequest::toFact).toList());
    }

    static List<ObjectFact> facts(List<ObjectRequest> sent) {
        return sent.stream().map(ObjectRequest::toFact).toList();
    }
}
