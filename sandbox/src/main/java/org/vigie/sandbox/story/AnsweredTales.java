package org.vigie.sandbox.story;

import static org.vigie.events.Role.CONTENT_ADMIN;
import static org.vigie.events.Role.HOST;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.sandbox.story.Script.Stays;
import org.vigie.sandbox.story.Script.TakesDown;

/** The tales of providers that answer: servers, machines, people by mail and people on the reply page. */
final class AnsweredTales {

    private static final Duration RUNG = Duration.ofDays(3);
    private static final Duration A_LITTLE = Duration.ofMinutes(90);

    private final Scene scene;
    private final List<Tale> tales = new ArrayList<>();

    private AnsweredTales(Scene scene) {
        this.scene = scene;
    }

    static List<Tale> of(Scene scene) {
        var answered = new AnsweredTales(scene);
        answered.machines();
        answered.saysDone();
        answered.saysNotOurs();
        return answered.tales;
    }

    private void machines() {
        scene.times("bounces-afterwards", 1).forEach(part -> {
            var admin = part.losing(CONTENT_ADMIN);
            var host = part.one(HOST);
            var bounce = Reaction.bounces(admin, part.delay(Duration.ofMinutes(1), Duration.ofMinutes(9)));
            tales.add(part.at(admin, host)
                    .tale(
                            new TakesDown(host, 1, part.hours(3, 30), Answer.GONE),
                            Ending.removed(admin, host)
                                    .withAnswers("HARD_BOUNCE")
                                    .withNextAfter(Duration.ZERO, A_LITTLE),
                            bounce));
        });
        scene.times("answers-by-machine", 2).forEach(part -> {
            var host = part.one(HOST);
            var machine = Reaction.confirmsEach(host, Duration.ofMinutes(1));
            tales.add(part.at(host)
                    .tale(
                            new TakesDown(host, 3, part.hours(2, 8), Answer.GONE),
                            Ending.removed(host).withAnswers("AUTOMATIC_REPLY"),
                            machine));
        });
    }

    private void saysDone() {
        scene.times("removes-and-says-so", 2).forEach(part -> {
            var host = part.one(HOST);
            var after = part.hours(4, 20);
            tales.add(part.at(host)
                    .tale(
                            new TakesDown(host, 1, after, Answer.GONE),
                            Ending.removed(host).withAnswers("ACTIONED"),
                            Reaction.mails(host, "ACTIONED", after.plusMinutes(10))));
        });
        scene.times("says-removed-and-is-not", 2).forEach(part -> {
            var host = part.one(HOST);
            tales.add(part.at(host)
                    .tale(
                            new Stays(),
                            Ending.exhausted(host).withAnswers("ACTIONED"),
                            Reaction.mails(host, "ACTIONED", part.hours(4, 20))));
        });
    }

    /** On the page, with the code, it is the addressee's word; a mail could be anybody's. */
    private void saysNotOurs() {
        scene.times("not-ours-on-the-page", 2).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            var host = part.one(HOST);
            var after = part.hours(3, 20);
            tales.add(part.at(admin, host)
                    .tale(
                            new TakesDown(host, 1, part.hours(3, 30), Answer.GONE),
                            Ending.removed(admin, host)
                                    .withAnswers("NOT_OURS with code")
                                    .withNextAfter(after, after.plus(A_LITTLE)),
                            Reaction.onPage(admin, "NOT_OURS", after)));
        });
        scene.times("not-ours-by-mail", 1).forEach(part -> {
            var admin = part.one(CONTENT_ADMIN);
            var host = part.one(HOST);
            tales.add(part.at(admin, host)
                    .tale(
                            new TakesDown(host, 1, part.hours(3, 30), Answer.GONE),
                            Ending.removed(admin, host)
                                    .withAnswers("NOT_OURS")
                                    .withNextAfter(RUNG, RUNG.plus(A_LITTLE)),
                            Reaction.mails(admin, "NOT_OURS", part.hours(3, 20))));
        });
    }
}
