package org.vigie.sandbox.story;

import static org.vigie.events.Role.CDN;
import static org.vigie.events.Role.CONTENT_ADMIN;
import static org.vigie.events.Role.HOST;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.sandbox.story.Script.Blocks;
import org.vigie.sandbox.story.Script.BreaksDown;
import org.vigie.sandbox.story.Script.Cloaks;
import org.vigie.sandbox.story.Script.ComesBack;
import org.vigie.sandbox.story.Script.GoneAlready;
import org.vigie.sandbox.story.Script.Moves;
import org.vigie.sandbox.story.Script.SaysSoftly;
import org.vigie.sandbox.story.Script.Stays;
import org.vigie.sandbox.story.Script.TakesDown;

/**
 * Everything that happens in the world, by seed. The seed moves delays and says who plays which part; how a tale ends
 * does not depend on it: every delay keeps hours away from the limits of domain.md, section 3.
 */
public final class Book {

    /** When the world begins. */
    public static final Instant BEGINNING = Instant.parse("2026-01-05T06:00:00Z");

    /** How long it is watched: the last rung's fourteen days after the latest report, and some. */
    public static final Duration LENGTH = Duration.ofDays(30);

    private final Scene scene;
    private final List<Tale> tales = new ArrayList<>();

    private Book(Scene scene) {
        this.scene = scene;
    }

    /** All tales of a seed, in the order in which they open. */
    public static List<Tale> write(long seed, Cast cast) {
        var book = new Book(new Scene(seed, cast));
        book.quickOnes();
        book.slowOnes();
        book.ladders();
        book.oddLooks();
        book.unusualContents();
        book.nobodyIsWrittenTo();
        book.tales.addAll(AnsweredTales.of(book.scene));
        return book.tales.stream()
                .sorted(java.util.Comparator.comparing(Tale::opened).thenComparing(Tale::reference))
                .toList();
    }

    /**
     * Some tales of a seed, each as it is among all of them.
     *
     * @param only references, with or without their number; all tales if none is named
     * @throws IllegalArgumentException with a sentence if no tale is called so
     */
    public static List<Tale> write(long seed, Cast cast, List<String> only) {
        var all = write(seed, cast);
        for (var name : only) {
            if (all.stream().noneMatch(tale -> tale.isCalled(name))) {
                throw new IllegalArgumentException("No case is called '%s'; there are %s."
                        .formatted(
                                name,
                                all.stream().map(Tale::kind).distinct().sorted().collect(Collectors.joining(", "))));
            }
        }
        return all.stream()
                .filter(tale -> only.isEmpty() || only.stream().anyMatch(tale::isCalled))
                .toList();
    }

    private void quickOnes() {
        scene.times("removes-at-once", 5).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            tales.add(part.at(admin, part.one(HOST))
                    .tale(
                            new TakesDown(
                                    admin, 1, part.delay(Duration.ofMinutes(5), Duration.ofMinutes(40)), Answer.GONE),
                            Ending.removed(admin)));
        });
        scene.times("removes-after-hours-admin", 4).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            tales.add(part.at(admin, part.one(HOST))
                    .tale(new TakesDown(admin, 1, part.hours(4, 36), Answer.NOT_FOUND), Ending.removed(admin)));
        });
        scene.times("removes-after-hours-host", 5).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host).tale(new TakesDown(host, 1, part.hours(4, 36), Answer.GONE), Ending.removed(host)));
        });
    }

    private void slowOnes() {
        scene.times("removes-after-third-reminder", 3).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host).tale(new TakesDown(host, 4, part.hours(2, 8), Answer.GONE), Ending.removed(host)));
        });
        scene.times("never", 3).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host).tale(new Stays(), Ending.exhausted(host)));
        });
        scene.times("never-nor-the-host", 2).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            var host = part.one(HOST);
            tales.add(part.at(admin, host).tale(new Stays(), Ending.exhausted(admin, host)));
        });
    }

    private void ladders() {
        scene.times("escalates-to-the-host", 4).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            var host = part.one(HOST);
            tales.add(part.at(admin, host)
                    .tale(new TakesDown(host, 1, part.hours(3, 30), Answer.GONE), Ending.removed(admin, host)));
        });
        scene.times("moves-to-another-host", 2).forEach(part -> {
            var from = part.one(HOST);
            var to = part.another(HOST, from);
            tales.add(part.at(from, to)
                    .tale(new Moves(from, part.hours(12, 40), to, part.hours(3, 30)), Ending.removed(from, to)));
        });
        scene.times("cdn-before-an-unknown-host", 2).forEach(part -> {
            var cdn = part.one(CDN);
            tales.add(part.at(cdn).tale(new TakesDown(cdn, 1, part.hours(3, 24), Answer.GONE), Ending.removed(cdn)));
        });
        scene.times("cdn-after-the-admin", 2).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            var cdn = part.one(CDN);
            tales.add(part.at(admin, cdn)
                    .tale(new TakesDown(cdn, 1, part.hours(3, 24), Answer.GONE), Ending.removed(admin, cdn)));
        });
        scene.times("refuses-mail", 1).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(part.refusing(CONTENT_ADMIN), host)
                    .tale(new TakesDown(host, 1, part.hours(3, 30), Answer.GONE), Ending.removed(host)));
        });
        scene.times("refuses-mail-and-nobody-else", 1)
                .forEach(part ->
                        tales.add(part.at(part.refusing(HOST)).tale(new Stays(), Ending.untouched("UNADDRESSABLE"))));
    }

    private void oddLooks() {
        scene.times("blocks-the-checker", 2).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host)
                    .tale(new Blocks(part.hours(2, 10)), Ending.exhausted(host).withFlag("BLOCKED")));
        });
        scene.times("cloaks", 2).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host)
                    .tale(
                            new Cloaks(host, part.hours(2, 10)),
                            Ending.exhausted(host).withFlag("CLOAKED")));
        });
        scene.times("soft-404", 2).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            tales.add(part.at(admin, part.one(HOST))
                    .tale(new SaysSoftly(admin, part.hours(2, 12)), Ending.removed(admin)));
        });
        scene.times("outage-of-two-days", 2).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host)
                    .tale(new BreaksDown(part.hours(80, 110), Duration.ofDays(2)), Ending.exhausted(host)));
        });
        scene.times("comes-back", 2).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host)
                    .tale(
                            new ComesBack(host, part.hours(3, 20), part.hours(80, 120)),
                            Ending.removed(host).withTargetings(2).inCycle(2)));
        });
    }

    private void unusualContents() {
        var again = scene.part("same-image-again");
        var uploader = again.one(CONTENT_ADMIN);
        for (var i = 0; i < 3; i++) {
            var part = scene.part("same-image-again-" + (i + 1));
            tales.add(part.at(uploader, part.one(HOST))
                    .seenAt(again.opens(Duration.ofDays(2)).plus(Duration.ofDays(3L * i)), again.sha256())
                    .tale(new TakesDown(uploader, 1, part.hours(3, 20), Answer.GONE), Ending.removed(uploader)));
        }
        var archive = scene.part("archive");
        var keeper = archive.one(CONTENT_ADMIN);
        for (var i = 0; i < 3; i++) {
            var part = scene.part("archive-access-point-" + (i + 1));
            tales.add(part.at(keeper, part.one(HOST))
                    .seenAt(archive.opens(Duration.ofDays(9)).plus(Duration.ofMinutes(20L * i)), archive.sha256())
                    .anArchive()
                    .tale(new TakesDown(keeper, 1, part.hours(6, 36), Answer.NOT_FOUND), Ending.removed(keeper)));
        }
        var page = scene.part("page-with-three-images");
        var admin = page.one(CONTENT_ADMIN);
        tales.add(page.at(admin, page.one(HOST))
                .withImages(3)
                .tale(
                        new TakesDown(admin, 1, page.hours(4, 30), Answer.GONE),
                        Ending.removed(admin).withTargetings(3)));
    }

    private void nobodyIsWrittenTo() {
        scene.times("gone-before-notice", 2)
                .forEach(part -> tales.add(
                        part.at(part.one(HOST)).tale(new GoneAlready(), Ending.untouched("GONE_BEFORE_NOTICE"))));
        scene.times("suspect", 2)
                .forEach(part -> tales.add(
                        part.at(part.one(HOST)).unverified().tale(new Stays(), Ending.untouched("RECEIVED"))));
        scene.times("police-hold", 1)
                .forEach(part -> tales.add(part.at(part.one(HOST)).held().tale(new Stays(), Ending.untouched("HELD"))));
        scene.times("onion", 2)
                .forEach(part -> tales.add(part.onAnOnion().tale(new Stays(), Ending.untouched("UNADDRESSABLE"))));
    }
}
