package org.vigie.notice.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Confidence;
import org.vigie.events.ContentKind;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Maturation;
import org.vigie.events.NetworkSeen;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Contact;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.content.Classification;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.ContentUnit.Assessment;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.content.Verdict;
import org.vigie.notice.escalation.RegistryView;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;

/** One case in every state, and what happens to it. */
public final class CaseExamples {

    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    public static final Instant LATER = START.plus(Duration.ofHours(1));
    public static final Assessment UNASSESSED =
            new Assessment(Maturation.UNDETERMINED, Act.UNKNOWN, null, null, null, null, null, null, null);
    public static final UUID CASE = NameBasedIds.of("case", "example");
    public static final Addressee HOST = new Addressee(NameBasedIds.of("provider", "host"), Role.HOST);
    public static final Addressee CDN = new Addressee(NameBasedIds.of("provider", "cdn"), Role.CDN);
    public static final Addressee UPSTREAM = new Addressee(NameBasedIds.of("provider", "upstream"), Role.UPSTREAM);

    private CaseExamples() {}

    public static RemovalCase opened() {
        return opened("example");
    }

    /** A case of its own place. */
    public static RemovalCase opened(String name) {
        var place =
                new Place("http://%s.test/".formatted(name), name + ".test", HostKind.DOMAIN, Locator.PAGE, null, null);
        return RemovalCase.opened(
                NameBasedIds.of("case", name), new Tokens("url-" + name, "host-" + name), place, START);
    }

    public static Sighting sighting(String report, String content, Verification verification, Instant at) {
        return sighting(report, content, verification, List.of(), at);
    }

    public static Sighting sighting(
            String report, String content, Verification verification, List<Hold> holds, Instant at) {
        return new Sighting(
                NameBasedIds.of("report", report),
                "RP-2026-00000001",
                "operator",
                opened().evidence().place(),
                unit(content, verification, at),
                NetworkSeen.CLEAR,
                holds,
                at);
    }

    public static Sighting sightingOf(ContentUnit unit) {
        return sightingOf(unit, UUID.randomUUID().toString(), START);
    }

    public static Sighting sightingOf(ContentUnit unit, String report, Instant at) {
        return new Sighting(
                NameBasedIds.of("report", report),
                "RP-2026-00000001",
                "operator",
                opened().evidence().place(),
                unit,
                NetworkSeen.CLEAR,
                List.of(),
                at);
    }

    public static ContentUnit unitOf(String content, List<String> tokens, Instant at) {
        return unit(content, Hashes.NONE, tokens, Verification.VERIFIED, at);
    }

    /** ChainParties by its strongest token. */
    public static ContentUnit unitWith(Hashes hashes, List<String> tokens) {
        return unit(tokens.getFirst(), hashes, tokens, Verification.VERIFIED, START);
    }

    public static ContentUnit unit(String content, Verification verification, Instant at) {
        return unit(content, Hashes.NONE, List.of("token-" + content), verification, at);
    }

    private static ContentUnit unit(
            String content, Hashes hashes, List<String> tokens, Verification verification, Instant at) {
        return new ContentUnit(
                contentId(content),
                List.of(),
                ContentKind.MEDIA,
                hashes,
                null,
                tokens,
                Verdict.reported(
                        verification, Category.CSAM, UNASSESSED, verification == Verification.VERIFIED ? at : null),
                null,
                null,
                at,
                new Sightings(1, 0, 0));
    }

    public static UUID contentId(String content) {
        return NameBasedIds.of("content", content);
    }

    public static Classification decision(
            String name, @Nullable String content, Verification verification, Instant at) {
        return decisionOn(name, content == null ? null : contentId(content), verification, at);
    }

    public static Classification decisionOn(
            String name, @Nullable UUID contentId, Verification verification, Instant at) {
        return new Classification(
                NameBasedIds.of("classification", name),
                contentId,
                verification,
                null,
                null,
                null,
                null,
                null,
                "Example",
                2,
                at,
                null,
                null,
                null);
    }

    public static Handover handover(String notice, NoticeKind kind, Addressee to, RemovalCase known, Instant at) {
        var contents = kind == NoticeKind.REMINDER
                ? known.pursuit().contacted(to).map(ContactedAddressee::named).orElse(List.of())
                : known.evidence().verified().stream()
                        .map(ContentUnit::contentId)
                        .toList();
        return handover(notice, kind, to, known, contents, at);
    }

    public static Handover handover(
            String notice, NoticeKind kind, Addressee to, RemovalCase known, List<UUID> contents, Instant at) {
        var countedIn = contents.stream()
                .map(content -> Targeting.idOf(known.caseId(), content, known.cycle(), to))
                .min(UUID::compareTo)
                .orElse(CASE);
        return new Handover(
                NameBasedIds.of("notice", notice),
                "RN-2026-00000001",
                1,
                known.cycle(),
                kind,
                to,
                contactOf(to),
                contents,
                countedIn,
                true,
                at);
    }

    public static UUID contactOf(Addressee addressee) {
        return NameBasedIds.of("contact", addressee.providerId());
    }

    public static Route route(long chainVersion, @Nullable Addressee addressee) {
        return route(chainVersion, START, addressee);
    }

    public static Route route(long chainVersion, Instant resolvedAt, @Nullable Addressee addressee) {
        return new Route(chainVersion, resolvedAt, HOST.providerId(), ProbeRule.ANY, addressee);
    }

    public static AvailabilitySnapshot look(
            long version, AvailabilitySnapshot.Presence presence, Instant at, Removal... removals) {
        return look(version, presence, List.of(), at, removals);
    }

    public static AvailabilitySnapshot look(
            long version, AvailabilitySnapshot.Presence presence, List<Flag> flags, Instant at, Removal... removals) {
        var down = presence == AvailabilitySnapshot.Presence.DOWN || presence == AvailabilitySnapshot.Presence.GONE;
        var last = removals.length == 0 ? null : removals[removals.length - 1];
        return new AvailabilitySnapshot(
                CASE,
                version,
                presence,
                flags,
                null,
                null,
                down && last != null ? last.firstDownAt() : null,
                down && last != null ? last.removalClass() : null,
                false,
                at.toEpochMilli(),
                0,
                List.of(removals),
                List.of(),
                null);
    }

    public static Removal removal(Instant downAt, @Nullable Instant backAt) {
        return new Removal(
                null,
                downAt.toEpochMilli(),
                downAt.toEpochMilli(),
                RemovalClass.GONE_410,
                backAt == null ? null : backAt.toEpochMilli());
    }

    /** What the registry says: these addressees, best first, each with one usable contact. */
    public static RegistryView around(long version, Instant resolvedAt, Addressee... ranking) {
        return around(version, resolvedAt, Health.OK, ranking);
    }

    public static RegistryView around(long version, Instant resolvedAt, Health health, Addressee... ranking) {
        var providers = new HashMap<UUID, ProviderSnapshot>();
        for (var addressee : ranking) {
            providers.put(addressee.providerId(), provider(addressee, health));
        }
        return new RegistryView(chain(version, resolvedAt, Approval.NOT_NEEDED, ranking), providers);
    }

    public static ChainSnapshot chain(long version, Instant resolvedAt, Approval approval, Addressee... ranking) {
        var hops = java.util.Arrays.stream(ranking)
                .map(one -> new Hop(one.role(), one.providerId(), 1L, null, "EXACT_HOST", Confidence.HIGH, null, null))
                .toList();
        var rungs = java.util.Arrays.stream(ranking)
                .map(one -> new ChainSnapshot.Rung(
                        one.role(), one.providerId(), tierOf(one.role()), 0.5, 1, approval, List.of()))
                .toList();
        return new ChainSnapshot(
                CASE,
                version,
                resolvedAt.toEpochMilli(),
                HostKind.DOMAIN,
                hops,
                rungs,
                List.of(),
                ProbeRule.ANY,
                false,
                false,
                ranking.length == 0 ? "NO_PROVIDER" : null,
                List.of(),
                null);
    }

    private static int tierOf(Role role) {
        return switch (role) {
            case CONTENT_ADMIN -> 1;
            case HOST, UNKNOWN -> 2;
            case CDN -> 3;
            case REGISTRAR -> 4;
            case UPSTREAM -> 5;
            case REGISTRY -> 6;
        };
    }

    public static ProviderSnapshot provider(Addressee addressee, Health health) {
        var contact = new Contact(
                contactOf(addressee),
                Channel.EMAIL,
                "abuse@provider.example",
                Format.XARF4,
                "en",
                health,
                null,
                false,
                false,
                null);
        return new ProviderSnapshot(
                addressee.providerId(),
                1,
                "Provider",
                null,
                addressee.role(),
                "NL",
                null,
                null,
                null,
                false,
                null,
                List.of(contact));
    }

    public static RemovalCase received() {
        return opened().byReports().sighted(sighting("first", "a", Verification.SUSPECT, START));
    }

    public static RemovalCase verified() {
        return opened().byReports().sighted(sighting("first", "a", Verification.VERIFIED, START));
    }

    public static RemovalCase rejected() {
        return received().byReports().classified(decision("no", null, Verification.NOT_ILLEGAL, START));
    }

    public static RemovalCase routed() {
        return verified().byChain().routed(route(1, HOST), START);
    }

    public static RemovalCase unaddressable() {
        return verified().byChain().unaddressable(route(1, null), "NO_PROVIDER", START);
    }

    public static RemovalCase notified() {
        return routed().byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, routed(), START));
    }

    public static RemovalCase exhausted() {
        return notified().byChain().exhausted(START);
    }

    public static RemovalCase retracted() {
        return notified()
                .byPeople()
                .retractionProposed(signed("one", START))
                .byPeople()
                .retracted(signed("other", START));
    }

    public static Signed signed(String who, Instant at) {
        return new Signed(who, "wrong URL", at);
    }

    public static Hold hold(String name, Instant at) {
        return hold(name, at, Duration.ofDays(30));
    }

    public static Hold preservation(String name, Instant at, Duration lasting) {
        return new Hold(
                NameBasedIds.of("hold", name), Hold.Kind.PRESERVE, "court", "order", at, at.plus(lasting), true, "one");
    }

    public static Hold hold(String name, Instant at, Duration lasting) {
        return new Hold(
                NameBasedIds.of("hold", name),
                Hold.Kind.STOP,
                "police",
                "investigation",
                at,
                at.plus(lasting),
                false,
                "one");
    }
}
