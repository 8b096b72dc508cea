package org.vigie.notice.composition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.message.FormAddress;
import org.vigie.notice.message.HostAddresses;
import org.vigie.notice.message.NamedContent;
import org.vigie.notice.message.NamedContent.Classification;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.message.NoticeRenderer;
import org.vigie.notice.message.Recipient;
import org.vigie.notice.message.Sender;
import org.vigie.notice.message.SentNotice;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.message.WhyItStands;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.Ruling;
import org.vigie.notice.replylink.ReplyTokens;
import org.vigie.support.copies.Copies;

/** Writes the message of a notice from what is known now. */
@Component
public class WriteLetter {

    private final NoticeRenderer renderer;
    private final Sender sender;
    private final KnownContacts contacts;
    private final Copies<ChainSnapshot> chains;
    private final OpenAddresses addresses;
    private final ReplyTokens tokens;
    private final SendingRules rules;

    WriteLetter(
            NoticeRenderer renderer,
            Sender sender,
            KnownContacts contacts,
            Copies<ChainSnapshot> chains,
            OpenAddresses addresses,
            ReplyTokens tokens,
            SendingRules rules) {
        this.renderer = renderer;
        this.sender = sender;
        this.contacts = contacts;
        this.chains = chains;
        this.addresses = addresses;
        this.tokens = tokens;
        this.rules = rules;
    }

    /**
     * The message as things stand now; it is rendered anew only while nobody accepted it.
     *
     * @param earlier what the same provider was sent before about the same content
     * @throws UnsafeNotice if nothing can be written to the contact, or the registry has it no more
     */
    public Letter write(NoticeHeader header, List<NoticeItems.Current> parts, List<SentNotice> earlier) {
        var addressee = header.addressee();
        var known = contacts.find(addressee.providerId(), header.contactId())
                .orElseThrow(() -> new UnsafeNotice("contact"));
        var contact = known.contact();
        var first = parts.stream().findFirst().flatMap(this::chain);
        var facts = new NoticeFacts(
                header.reference(),
                header.kind(),
                NoticeLanguage.of(contact.language()),
                recipient(known, addressee, first.map(ChainSnapshot::hops).orElse(List.of())),
                sender,
                tokens.mailTag(header.noticeId()),
                FormAddress.is(contact.address())
                        ? null
                        : tokens.link(header.noticeId(), header.createdAt()).orElse(null),
                header.createdAt(),
                header.kind().asksForRemoval() ? header.createdAt().plus(rules.deadline()) : null,
                earlier,
                parts.stream()
                        .map(part -> item(part, leadsTo(part, addressee.role(), first), whyItStands(header, part)))
                        .toList());
        var rendered = renderer.render(facts);
        return new Letter(
                facts.returnAddress(),
                facts.recipient().address(),
                rendered.messageId(),
                new String(rendered.bytes(), StandardCharsets.ISO_8859_1));
    }

    private Recipient recipient(KnownContacts.Known known, Addressee addressee, List<ChainSnapshot.Hop> hops) {
        var evidence = hops.stream()
                .filter(hop -> addressee.providerId().equals(hop.providerId()) && hop.role() == addressee.role())
                .map(ChainSnapshot.Hop::evidence)
                .findFirst()
                .orElse("UNKNOWN");
        var contact = known.contact();
        return new Recipient(
                contact.address(),
                contact.format(),
                known.provider().name(),
                addressee.role(),
                evidence,
                contact.noForward(),
                hostOf(hops, known.provider()),
                known.provider().country());
    }

    /** The name of the host that the chain names; absent if it names none, or several. */
    private @Nullable String hostOf(List<ChainSnapshot.Hop> hops, ProviderSnapshot recipient) {
        var named = hops.stream()
                .filter(hop -> hop.role() == Role.HOST)
                .flatMap(hop -> Stream.ofNullable(hop.providerId()))
                .distinct()
                .flatMap(id ->
                        id.equals(recipient.providerId()) ? Stream.of(recipient.name()) : contacts.nameOf(id).stream())
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    /**
     * Who runs the network finds a customer by the address, not by the name; in front of a CDN's the address is the
     * CDN's, and would lead everybody else astray.
     */
    private @Nullable HostAddresses leadsTo(NoticeItems.Current part, Role role, Optional<ChainSnapshot> read) {
        return switch (role) {
            case HOST, UPSTREAM ->
                read.filter(chain -> chain.caseId().equals(part.known().caseId()))
                        .or(() -> chain(part))
                        .filter(chain -> chain.hops().stream().noneMatch(hop -> hop.role() == Role.CDN))
                        .flatMap(addresses::of)
                        .orElse(null);
            case CONTENT_ADMIN, CDN, REGISTRAR, REGISTRY, UNKNOWN -> null;
        };
    }

    private Optional<ChainSnapshot> chain(NoticeItems.Current part) {
        return chains.find(part.known().caseId().toString());
    }

    private static @Nullable WhyItStands whyItStands(NoticeHeader header, NoticeItems.Current part) {
        return part.known()
                .steering()
                .ruling(header.addressee())
                .filter(_ -> header.kind() == NoticeKind.DECISION)
                .map(ruling -> whyItStands(ruling, part.contents()))
                .orElse(null);
    }

    private static WhyItStands whyItStands(Ruling ruling, List<ContentUnit> contents) {
        var ground = ruling.objection().ground();
        return new WhyItStands(ground.ground(), ruling.reason(), ground.isToldThatThePersonIsKnown(contents));
    }

    private static NoticeItem item(
            NoticeItems.Current part, @Nullable HostAddresses leadsTo, @Nullable WhyItStands whyItStands) {
        var known = part.known();
        var place = known.evidence().place();
        return new NoticeItem(
                known.caseId(),
                place.url(),
                place.locator(),
                place.host(),
                leadsTo,
                part.contents().stream().map(WriteLetter::content).toList(),
                known.evidence().receivedAt(),
                known.presence().lastUpAt(),
                whyItStands,
                part.item().verifiable());
    }

    private static NamedContent content(ContentUnit unit) {
        var said = unit.assessment();
        return new NamedContent(
                unit.contentId(),
                unit.kind(),
                unit.category(),
                said.maturation(),
                said.act(),
                Objects.requireNonNullElse(said.method(), DetectionMethod.MANUAL_REVIEW),
                unit.verifiedAt(),
                new Classification(said.scheme(), said.label(), said.organisation(), said.assessors()),
                unit.hashes().sha256(),
                unit.hashes().sha1(),
                unit.hashes().md5(),
                unit.containedVerified(),
                unit.containedApparent());
    }
}
