package org.vigie.registry.provider.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.vigie.support.web.InvalidRequest;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** What is sent to teach a provider. */
record ProviderRequest(
        @Nullable UUID providerId,
        @Required @Text @Nullable String name,
        @Text @Nullable String legalName,
        @Required @Nullable Role type,
        @Schema(pattern = "^[A-Z]{2}$") @Nullable String country,
        @Text @Nullable String namingSource,
        @Nullable UUID group,
        @Text @Nullable String reportedApart,
        @Nullable ProbeRule probeRule,
        @Nullable List<@Nullable ObjectRequest> networkObjects,
        @Nullable List<@Nullable ContactRequest> contacts) {

    /** A network object as it is sent. */
    record ObjectRequest(
            @Required @Nullable Kind kind,
            @Required @Nullable String value) {}

    /** A contact as it is sent; a plain text mail in English unless said otherwise. */
    record ContactRequest(
            @Required @Nullable Channel channel,
            @Required @Nullable String address,
            @Nullable Format format,
            @Schema(pattern = "^[a-z]{2}$") @Nullable String language,
            @Nullable VettingRequest noForward,

            @Schema(pattern = "^ *([0-9A-Fa-f] *){40}(([0-9A-Fa-f] *){24})?$") @Nullable
            String openpgpFingerprint) {}

    /** Who made sure, and when, that the contact never forwards a notice. */
    record VettingRequest(
            @Required @Text @Nullable String vettedBy,
            @Required @Nullable Instant vettedAt) {}

    ProviderFacts toFacts() {
        return new ProviderFacts(
                providerId,
                given("/name", name),
                legalName,
                given("/type", type),
                country,
                namingSource,
                group,
                reportedApart,
                probeRule,
                objects(),
                contactFacts());
    }

    private @Nullable List<ObjectFact> objects() {
        return networkObjects == null ? null : facts(networkObjects);
    }

    /** Network objects as they are sent, in a field of this name. */
    static List<ObjectFact> facts(List<@Nullable ObjectRequest> sent) {
        return IntStream.range(0, sent.size())
                .mapToObj(i -> {
                    var at = "/network_objects/" + i;
                    var object = given(at, sent.get(i));
                    return new ObjectFact(given(at + "/kind", object.kind()), given(at + "/value", object.value()));
                })
                .toList();
    }

    private List<ContactFact> contactFacts() {
        var sent = contacts == null ? List.<@Nullable ContactRequest>of() : contacts;
        return IntStream.range(0, sent.size())
                .mapToObj(i -> {
                    var at = "/contacts/" + i;
                    var contact = given(at, sent.get(i));
                    return new ContactFact(
                            given(at + "/channel", contact.channel()),
                            given(at + "/address", contact.address()),
                            contact.format() == null ? Format.TEXT : contact.format(),
                            contact.language() == null ? "en" : contact.language(),
                            vetting(at + "/no_forward", contact.noForward()),
                            contact.openpgpFingerprint());
                })
                .toList();
    }

    private static @Nullable Vetting vetting(String at, @Nullable VettingRequest sent) {
        return sent == null
                ? null
                : new Vetting(given(at + "/vetted_by", sent.vettedBy()), given(at + "/vetted_at", sent.vettedAt()));
    }

    private static <T> T given(String pointer, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequest(pointer, "is required");
        }
        return value;
    }
}
