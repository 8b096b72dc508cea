package org.vigie.sandbox.story;

import java.time.Duration;

/** How a page behaves, as a function of the moment. */
public sealed interface Script {

    /** The script in words. */
    String sentence();

    /** What the page itself answers. */
    Answer page(String label, Moment moment, Visit visit);

    /** What any other path of the same host answers. */
    default Answer elsewhere(String path, Moment moment, Visit visit) {
        return path.equals("/") ? Answer.HOME : Answer.NOT_FOUND;
    }

    /** Which of the site's homes its name leads to, 0 for the first. */
    default int home(Moment moment) {
        return 0;
    }

    /**
     * Somebody takes the page down.
     *
     * @param mails how many mails about it that takes
     * @param after how long after the last of them
     */
    record TakesDown(Provider actor, int mails, Duration after, Answer then) implements Script {

        @Override
        public String sentence() {
            return switch (mails) {
                case 1 -> "%s takes it down %s after the notice".formatted(actor.name(), Words.of(after));
                default -> "%s takes it down %s after reminder %d".formatted(actor.name(), Words.of(after), mails - 1);
            };
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            return moment.passedSinceMail(actor, mails, after) ? then : Answer.page(label);
        }
    }

    /** The page stays, whoever writes. */
    record Stays() implements Script {

        @Override
        public String sentence() {
            return "nobody ever takes it down";
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            return Answer.page(label);
        }
    }

    /** The page was gone before anybody was written to. */
    record GoneAlready() implements Script {

        @Override
        public String sentence() {
            return "it is gone before the first look";
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            return Answer.GONE;
        }
    }

    /** The site moves to its second home when the first one writes to it; there somebody takes it down. */
    record Moves(Provider from, Duration movesAfter, Provider to, Duration removesAfter) implements Script {

        @Override
        public String sentence() {
            return "it moves from %s to %s, who takes it down %s after the notice"
                    .formatted(from.name(), to.name(), Words.of(removesAfter));
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            return moment.passedSinceMail(to, 1, removesAfter) ? Answer.GONE : Answer.page(label);
        }

        @Override
        public int home(Moment moment) {
            return moment.passedSinceMail(from, 1, movesAfter) ? 1 : 0;
        }
    }

    /** The host answers 403 to everybody some time after the report; the page is still there. */
    record Blocks(Duration after) implements Script {

        @Override
        public String sentence() {
            return "its host answers 403 from %s after the report on, which is not a removal"
                    .formatted(Words.of(after));
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            return moment.passedSinceOpened(after) ? Answer.FORBIDDEN : Answer.page(label);
        }

        @Override
        public Answer elsewhere(String path, Moment moment, Visit visit) {
            return moment.passedSinceOpened(after) ? Answer.FORBIDDEN : Script.super.elsewhere(path, moment, visit);
        }
    }

    /** Some time after the notice, one kind of browser is shown a 404 and every other the page. */
    record Cloaks(Provider actor, Duration after) implements Script {

        @Override
        public String sentence() {
            return "%s after the notice it shows a 404 to one browser and the page to every other"
                    .formatted(Words.of(after));
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            var hides = moment.passedSinceMail(actor, 1, after) && visit.byChrome();
            return hides ? Answer.NOT_FOUND : Answer.page(label);
        }
    }

    /** A soft 404: taken down, and the site says so with status 200 as it does for every path it does not know. */
    record SaysSoftly(Provider actor, Duration after) implements Script {

        @Override
        public String sentence() {
            return "%s takes it down %s after the notice and answers 200 with an excuse"
                    .formatted(actor.name(), Words.of(after));
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            return moment.passedSinceMail(actor, 1, after) ? Answer.NOTHING_HERE : Answer.page(label);
        }

        @Override
        public Answer elsewhere(String path, Moment moment, Visit visit) {
            return path.equals("/") ? Answer.HOME : Answer.NOTHING_HERE;
        }
    }

    /** The host is out of order for a while; the page is there before and after. */
    record BreaksDown(Duration after, Duration lasting) implements Script {

        @Override
        public String sentence() {
            return "its host is down for %s, which is not a removal".formatted(Words.of(lasting));
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            return isDown(moment) ? Answer.BAD_GATEWAY : Answer.page(label);
        }

        @Override
        public Answer elsewhere(String path, Moment moment, Visit visit) {
            return isDown(moment) ? Answer.BAD_GATEWAY : Script.super.elsewhere(path, moment, visit);
        }

        private boolean isDown(Moment moment) {
            return moment.passedSinceOpened(after) && !moment.passedSinceOpened(after.plus(lasting));
        }
    }

    /** Taken down, back after a while, and taken down for good after the next notice. */
    record ComesBack(Provider actor, Duration removesAfter, Duration backAfter) implements Script {

        @Override
        public String sentence() {
            return "%s takes it down, it is back after %s, and goes for good after the next notice"
                    .formatted(actor.name(), Words.of(backAfter));
        }

        @Override
        public Answer page(String label, Moment moment, Visit visit) {
            var back = removesAfter.plus(backAfter);
            var wroteAgain = moment.mails().getOrDefault(actor.mail(), java.util.List.of()).stream()
                    .filter(at -> moment.mail(actor, 1)
                            .filter(first -> !at.isBefore(first.plus(back)))
                            .isPresent())
                    .anyMatch(at -> !moment.now().isBefore(at.plus(removesAfter)));
            var away = moment.passedSinceMail(actor, 1, removesAfter) && !moment.passedSinceMail(actor, 1, back);
            return away || wroteAgain ? Answer.GONE : Answer.page(label);
        }
    }

    /** Durations as people say them. */
    final class Words {

        private Words() {}

        static String of(Duration duration) {
            if (duration.toHours() < 1) {
                return duration.toMinutes() + " min";
            }
            return duration.toHours() < 72 ? duration.toHours() + " h" : duration.toDays() + " days";
        }
    }
}
