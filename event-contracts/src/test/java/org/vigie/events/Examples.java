package org.vigie.events;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.VantageSnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.intake.Classification;
import org.vigie.events.intake.Detection;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.TargetingSnapshot;

/** One record per topic, every component filled, no number 0: what the golden files hold. */
final class Examples {

    /** 5 January 2026, 10:00 UTC. */
    private static final long VERIFIED = 1_767_607_200_000L;

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long RECEIVED = VERIFIED + 2 * MINUTE;
    private static final long HANDED_OVER = VERIFIED + 3 * MINUTE;
    private static final long LAST_UP = VERIFIED + 20 * HOUR;
    private static final long FIRST_DOWN = LAST_UP + 30 * MINUTE;
    private static final long CONFIRMED = FIRST_DOWN + 2 * HOUR;

    private static final UUID CASE = UUID.fromString("2f6c1f52-7c1e-4b53-9a8d-5d0f3b8f6a11");
    private static final UUID CONTENT = UUID.fromString("a4f3c9d0-1b7e-4e0c-8f4b-0c9d5e2a7b33");
    private static final UUID HOST = UUID.fromString("7d9e8a70-2c44-4f0e-b1c5-64f1f7a0c922");
    private static final UUID GROUP = UUID.fromString("b6a1d2c8-93f5-4d27-8e60-1f7c3a5b9e40");
    private static final UUID CONTACT = UUID.fromString("e0b7c6a5-48d9-4c13-a2f7-90d4e3b1c855");
    private static final UUID NETWORK = UUID.fromString("c53b9e14-6a0d-4b8f-9d72-2e8a7f4c1b66");
    /** Random bytes, like the ciphertexts: nothing is sealed in them. */
    private static final String TOKEN = "YwYyQseRhNJY+1eIkQy26JBhGH4Kw/HruNCw7wWhdPw=";

    private static final String INBOUND_CIPHERTEXT =
            "aqHP6EFEW5NZd4+Ihc2ay5JJHgvHWopR33jv4ug6/OlB51ck+Ec4zMXFgnCH9llxYS38StRvoYdwP9vXJMLCJDwo";
    private static final String LOCATION_CIPHERTEXT =
            "/loyFbHdWQHW43caOOCVdDTCj1mA/7gWA/OtAwGsg5BkbiNQFlGL8qVkm6P2TY5XakBSgFh+";

    static final Map<String, Record> BY_TOPIC = Map.ofEntries(
            entry(Topics.DETECTIONS, detection()),
            entry(Topics.CLASSIFICATIONS, classification()),
            entry(Topics.CASES, aCase()),
            entry(Topics.LOCATIONS, location()),
            entry(Topics.CHAINS, chain()),
            entry(Topics.AVAILABILITY, availability()),
            entry(Topics.VANTAGES, new VantageSnapshot(CASE, "second", 6, LAST_UP, FIRST_DOWN, CONFIRMED, FIRST_DOWN)),
            entry(Topics.WATERMARKS, new Watermark(5, CONFIRMED)),
            entry(Topics.TARGETINGS, targeting()),
            entry(Topics.PROVIDERS, provider()),
            entry(Topics.CONTACT_FEEDBACK, feedback()));

    private Examples() {}

    /** The record of a topic; fails if there is none. */
    static Record of(String topic) {
        return Objects.requireNonNull(BY_TOPIC.get(topic), topic + " has no record");
    }

    private static Detection detection() {
        return new Detection(
                "crawler",
                "crawler-2026-01-05-000117",
                new SealedUrl("inbound-2026-01", INBOUND_CIPHERTEXT),
                Category.CSAM,
                Maturation.PREPUBESCENT,
                Verification.VERIFIED,
                VERIFIED,
                new Detection.Assessment("interpol", "baseline", Act.SEX_ACT, "Example hotline", 2),
                DetectionMethod.HASH_MATCH,
                new Detection.Content(ContentKind.ARCHIVE, 3, 214),
                NetworkSeen.DARK,
                "batch-117/4",
                List.of(new Detection.Hold("Example police unit", "INVESTIGATION", VERIFIED + 72 * HOUR, true)));
    }

    private static Classification classification() {
        return new Classification(
                UUID.fromString("1c0e7f3a-5b92-4d68-b7a4-3f9d8c2e6a77"),
                CASE,
                CONTENT,
                Verification.VERIFIED,
                Category.CSAM,
                Maturation.POSTPUBESCENT,
                Act.EXHIBITION,
                "iccam",
                "national",
                "Example hotline",
                2,
                VERIFIED,
                "second look");
    }

    private static CaseSnapshot aCase() {
        return new CaseSnapshot(
                CASE,
                7,
                2,
                CaseSnapshot.Action.NOTIFIED,
                1,
                Locator.ARCHIVE,
                HostKind.DOMAIN,
                List.of(new CaseSnapshot.Content(
                        CONTENT,
                        ContentKind.ARCHIVE,
                        Category.CSAM,
                        Maturation.PREPUBESCENT,
                        Act.SEX_ACT,
                        "baseline",
                        Verification.VERIFIED,
                        VERIFIED,
                        TOKEN,
                        3,
                        214,
                        RECEIVED,
                        new CaseSnapshot.Sightings(3, 2, 1))),
                new CaseSnapshot.Sightings(4, 2, 1),
                true,
                true,
                6 * HOUR,
                RECEIVED,
                VERIFIED,
                HANDED_OVER,
                4 * MINUTE,
                3L,
                HOST,
                new CaseSnapshot.Addressee(HOST, Role.HOST),
                ProbeRule.HEAD_ONLY,
                "NO_USABLE_CONTACT",
                new CaseSnapshot.Wants(LAST_UP, FIRST_DOWN),
                new CaseSnapshot.PersonSaw(CaseSnapshot.PersonSaw.Seen.GONE, CONFIRMED));
    }

    private static LocationSnapshot location() {
        return new LocationSnapshot(CASE, 2, new SealedUrl("location-2026-01", LOCATION_CIPHERTEXT));
    }

    private static ChainSnapshot chain() {
        return new ChainSnapshot(
                CASE,
                3,
                RECEIVED,
                HostKind.DOMAIN,
                List.of(new ChainSnapshot.Hop(
                        Role.HOST, HOST, 12L, NETWORK, "AS_ORIGIN", Confidence.HIGH, "as-table", "2026-01-04")),
                List.of(new ChainSnapshot.Rung(
                        Role.HOST,
                        HOST,
                        2,
                        0.75,
                        0.6,
                        ChainSnapshot.Approval.NOT_NEEDED,
                        List.of("CONTACT_UNVERIFIED"))),
                List.of(new ChainSnapshot.Failure("RDAP", "TIMEOUT")),
                ProbeRule.HEAD_ONLY,
                true,
                true,
                "NO_USABLE_CONTACT",
                List.of("AS_CHANGED"),
                new SealedUrl("location-2026-01", LOCATION_CIPHERTEXT));
    }

    private static AvailabilitySnapshot availability() {
        return new AvailabilitySnapshot(
                CASE,
                5,
                AvailabilitySnapshot.Presence.DOWN,
                List.of(AvailabilitySnapshot.Flag.GATED),
                LAST_UP,
                FIRST_DOWN,
                FIRST_DOWN,
                AvailabilitySnapshot.RemovalClass.GONE_410,
                true,
                CONFIRMED,
                1,
                List.of(new AvailabilitySnapshot.Removal(
                        LAST_UP,
                        FIRST_DOWN,
                        CONFIRMED,
                        AvailabilitySnapshot.RemovalClass.GONE_404,
                        CONFIRMED + 48 * HOUR)),
                List.of("STATUS_CHANGED"),
                "AGE_CHECK");
    }

    private static TargetingSnapshot targeting() {
        return new TargetingSnapshot(
                UUID.fromString("9b4f0e2d-8c71-5a36-bd05-7e1a6c3f2d88"),
                4,
                CASE,
                CONTENT,
                2,
                HOST,
                Role.HOST,
                ContentKind.ARCHIVE,
                Category.CSAM,
                Maturation.PREPUBESCENT,
                TOKEN,
                HANDED_OVER,
                HANDED_OVER + MINUTE,
                LAST_UP,
                FIRST_DOWN,
                FIRST_DOWN,
                CONFIRMED,
                true,
                6 * HOUR,
                2,
                1,
                TargetingSnapshot.End.REMOVED,
                new TargetingSnapshot.ActedBy(Role.HOST, HOST, Confidence.MEDIUM),
                new TargetingSnapshot.Answers(
                        List.of(new TargetingSnapshot.Answer(
                                TargetingSnapshot.Code.DISPUTES_AGE, true, HANDED_OVER + 2 * HOUR)),
                        1,
                        List.of(new TargetingSnapshot.Dispute(
                                TargetingSnapshot.Ground.AGE,
                                HANDED_OVER + 3 * HOUR,
                                HANDED_OVER + 5 * HOUR,
                                TargetingSnapshot.Decision.UPHELD))),
                List.of(new TargetingSnapshot.Sent(HANDED_OVER, HANDED_OVER + HOUR, HANDED_OVER + 25 * HOUR)));
    }

    private static ProviderSnapshot provider() {
        return new ProviderSnapshot(
                HOST,
                12,
                "Example Hosting",
                "Example Hosting Ltd",
                Role.HOST,
                "NL",
                "terms of use",
                GROUP,
                GROUP,
                true,
                "treated apart",
                List.of(new ProviderSnapshot.Contact(
                        CONTACT,
                        ProviderSnapshot.Channel.EMAIL,
                        "abuse@hosting.example.invalid",
                        ProviderSnapshot.Format.XARF4,
                        "en",
                        ProviderSnapshot.Health.OK,
                        VERIFIED,
                        true,
                        true,
                        "0123456789ABCDEF0123456789ABCDEF01234567")));
    }

    private static ContactFeedbackSnapshot feedback() {
        return new ContactFeedbackSnapshot(
                CONTACT, 57, HOST, 41, 6, 2, 1, 3, 4, 5, HANDED_OVER, HANDED_OVER + HOUR, VERIFIED);
    }
}
