package org.vigie.bench.table;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.HostKind;
import org.vigie.events.Locator;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Content;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.CaseSnapshot.Wants;

/** One invented URL: a case with one content unit, targeted once in each of its cycles or never. */
final class Story {

    private static final long HOUR = 3_600_000;

    final UUID caseId;
    final UUID contentId;
    final @Nullable String token;
    final Block block;
    private final long received;
    private final @Nullable Long firstHandover;
    int cycle = 1;

    private Story(UUID caseId, UUID contentId, @Nullable String token, Block block, long received, boolean targeted) {
        this.caseId = caseId;
        this.contentId = contentId;
        this.token = token;
        this.block = block;
        this.received = received;
        this.firstHandover = targeted ? received + 2 * HOUR : null;
    }

    /** A URL whose provider is told at an instant. */
    static Story targeted(Block block, UUID contentId, String token, long handover, Random random) {
        return new Story(id(random), contentId, token, block, handover - 2 * HOUR, true);
    }

    /** A URL on the dark web: nobody can be told. */
    static Story dark(Block block, long received, Random random) {
        return new Story(id(random), id(random), null, block, received, false);
    }

    static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private boolean isArchive() {
        return block.addressee().apart() != null && firstHandover != null;
    }

    ContentKind kind() {
        return isArchive() ? ContentKind.ARCHIVE : ContentKind.MEDIA;
    }

    /** The case as it stands at the end. */
    CaseSnapshot snapshot(int sightings, int membersOfAnArchive) {
        var clear = firstHandover != null;
        var seen = new Sightings(clear ? sightings : 0, clear ? 0 : sightings, 0);
        var provider = block.addressee();
        return new CaseSnapshot(
                caseId,
                2L + cycle,
                cycle,
                clear ? Action.NOTIFIED : Action.UNADDRESSABLE,
                clear ? 1 : 0,
                isArchive() ? Locator.ARCHIVE : Locator.MEDIA,
                clear ? HostKind.DOMAIN : HostKind.ONION_V3,
                List.of(content(seen, membersOfAnArchive)),
                seen,
                false,
                true,
                0,
                received,
                received + HOUR,
                firstHandover,
                0,
                1L,
                clear && provider.type() == Role.HOST ? provider.id() : null,
                clear ? new CaseSnapshot.Addressee(provider.id(), provider.type()) : null,
                null,
                clear ? null : "DARK_WEB",
                Wants.NOTHING,
                null);
    }

    private Content content(Sightings seen, int members) {
        return new Content(
                contentId,
                kind(),
                Category.CSAM,
                block.stage(),
                Act.UNKNOWN,
                "synthetic",
                Verification.VERIFIED,
                received + HOUR,
                token,
                isArchive() ? 1 : null,
                isArchive() ? members : null,
                received,
                seen);
    }
}
