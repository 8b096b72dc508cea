package org.vigie.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Addressee;
import org.vigie.events.removal.CaseSnapshot.Content;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;

/** What is written down in bytes and columns is read as it was. */
class WrittenDownTests {

    @Test
    void aCaseIsReadAsItWas() {
        var content = new Content(
                Events.id("content"),
                ContentKind.ARCHIVE,
                Category.HARMFUL_ABUSIVE,
                Maturation.UNDETERMINED,
                Act.OTHER,
                "label",
                Verification.CANNOT_ASSESS,
                Events.at(3),
                null,
                7,
                300,
                Events.at(-9),
                new Sightings(1, 200, 3));
        var snapshot = new CaseSnapshot(
                Events.id("case"),
                77,
                2,
                Action.EXHAUSTED,
                3,
                Locator.ARCHIVE,
                HostKind.ONION_V3,
                List.of(content, Events.content("h", Verification.VERIFIED, 5, 9)),
                new Sightings(10, 200, 3),
                true,
                false,
                5_000_000_000L,
                Events.at(0),
                Events.at(-2),
                Events.at(100_000),
                12,
                4L,
                Events.id("host"),
                new Addressee(Events.id("addressee"), Role.CDN),
                null,
                null,
                Wants.NOTHING,
                null);
        var providers = new Interned();

        var written = CountedCase.write(snapshot, providers);

        assertThat(CountedCase.version(written)).isEqualTo(77);
        assertThat(CountedCase.providers(written))
                .containsExactly(providers.find(Events.id("host")), providers.find(Events.id("addressee")));
        assertThat(CountedCase.read(Events.id("case"), written, providers))
                .isEqualTo(new CountedCase(
                        Events.id("case"),
                        Action.EXHAUSTED,
                        HostKind.ONION_V3,
                        true,
                        new Sightings(10, 200, 3),
                        Events.at(0),
                        Events.at(-2),
                        Events.at(100_000),
                        5_000_000_000L,
                        12,
                        Events.id("host"),
                        Events.id("addressee"),
                        List.of(
                                new CountedCase.Content(
                                        Events.id("content"),
                                        false,
                                        ContentKind.ARCHIVE,
                                        Category.HARMFUL_ABUSIVE,
                                        Maturation.UNDETERMINED,
                                        Verification.CANNOT_ASSESS,
                                        7,
                                        300,
                                        Events.at(-9),
                                        new Sightings(1, 200, 3)),
                                new CountedCase.Content(
                                        ContentKey.nameOf("h", Events.id("h")),
                                        true,
                                        ContentKind.MEDIA,
                                        Category.CSAM,
                                        Maturation.PREPUBESCENT,
                                        Verification.VERIFIED,
                                        0,
                                        0,
                                        Events.at(5),
                                        new Sightings(9, 0, 0)))));
    }

    @Test
    void aPresenceIsReadAsItWas() {
        var snapshot = new AvailabilitySnapshot(
                Events.id("case"),
                9,
                Presence.REAPPEARED,
                List.of(),
                null,
                null,
                null,
                null,
                true,
                null,
                1,
                List.of(
                        new AvailabilitySnapshot.Removal(
                                null, Events.at(5), Events.at(7), RemovalClass.OUTAGE, Events.at(60)),
                        new AvailabilitySnapshot.Removal(
                                Events.at(80), Events.at(90), Events.at(91), RemovalClass.GONE_410, null)),
                List.of(),
                null);

        var written = CountedPresence.write(snapshot);

        assertThat(CountedPresence.version(written)).isEqualTo(9);
        assertThat(CountedPresence.read(written))
                .isEqualTo(new CountedPresence(
                        Presence.REAPPEARED,
                        true,
                        List.of(
                                new CountedPresence.Removal(Events.at(5), true, Events.at(60)),
                                new CountedPresence.Removal(Events.at(90), false, null))));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, 1L << 31, Long.MIN_VALUE})
    void aNarrowColumnKeepsAnyNumber(long value) {
        var column = new NarrowColumn();

        column.set(5, value);
        column.set(6, Long.MAX_VALUE);
        column.set(6, 3);

        assertThat(column.get(5)).isEqualTo(value);
        assertThat(column.get(6)).isEqualTo(3);
        assertThat(column.get(7)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1,1,0", "63,8191,4095", "64,1,0", "1,8192,0", "1,1,4096", "2000000,2000000,2000000"})
    void cycleNoticesAndBouncesAreReadAsTheyWere(int cycle, int notices, int bounces) {
        var packed = new Sent(cycle, notices, bounces).packed();

        assertThat(Sent.of(packed)).isEqualTo(new Sent(cycle, notices, bounces));
        assertThat(Sent.cycle(packed)).isEqualTo(cycle);
    }

    @Test
    void anIdOfTwoOwnersHasTwoNumbers() {
        var interned = new Interned();
        var ids = new UUID[2_000];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Events.id("id" + i / 2);
            assertThat(interned.number(i % 2, ids[i])).isEqualTo(i);
        }
        for (int i = 0; i < ids.length; i++) {
            assertThat(interned.find(i % 2, ids[i])).isEqualTo(i);
            assertThat(interned.id(i)).isEqualTo(ids[i]);
            assertThat(interned.owner(i)).isEqualTo(i % 2);
        }
        assertThat(interned.find(2, ids[0])).isEqualTo(Interned.NONE);
    }

    @Test
    void sightingsAreForgottenByCaseAndTheirRoomIsUsedAgain() {
        var sightedAt = new SightedAt();
        for (int caseNumber = 0; caseNumber < 5; caseNumber++) {
            sightedAt.add(1, caseNumber, 100 + caseNumber);
            sightedAt.add(1, caseNumber, 50);
        }

        sightedAt.forget(1, 4);
        sightedAt.forget(1, 0);
        sightedAt.add(2, 4, 7);

        assertThat(sightedAt.last(1, Long.MAX_VALUE)).isEqualTo(103);
        assertThat(sightedAt.last(1, 101)).isEqualTo(101);
        assertThat(sightedAt.tells(1, 4)).isFalse();
        assertThat(sightedAt.tells(1, 3)).isTrue();
        assertThat(sightedAt.last(2, Long.MAX_VALUE)).isEqualTo(7);
        assertThat(sightedAt.last(3, Long.MAX_VALUE)).isEqualTo(Long.MIN_VALUE);
    }
}
