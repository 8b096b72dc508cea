package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What witnesses do to a watch: other vantages, and people, who weigh as one of their own. What one of them sees is
 * there; what checks cannot tell is gone if a witness says so, too, and nobody saw it since.
 */
final class WitnessRules {

    private WitnessRules() {}

    /**
     * The state after somebody was heard.
     *
     * @param lastCheckedAt of our own last check, absent before the first
     */
    static WatchState after(WatchState state, Testimony testimony, @Nullable Instant lastCheckedAt) {
        var seen = testimony.lastUpAt();
        if (seen == null) {
            return state;
        }
        return switch (state) {
            case WatchState.Unseen unseen -> testimony.isOfPerson() ? unseen.seenAt(seen) : unseen;
            case WatchState.Up up -> up;
            case WatchState.Suspect suspect ->
                testimony.sawItAfter(suspect.streak().firstBadAt()) ? suspect.foundAt(seen) : suspect;
            case WatchState.Down down ->
                isRefuted(down.removal(), testimony, lastCheckedAt) ? down.refutedAt(seen) : down;
            case WatchState.Returning returning ->
                isRefuted(returning.down().removal(), testimony, lastCheckedAt) ? returning.refutedAt(seen) : returning;
        };
    }

    /** A person who saw it after our last check is believed before what we concluded. */
    private static boolean isRefuted(Removal removal, Testimony testimony, @Nullable Instant lastCheckedAt) {
        var latest = lastCheckedAt == null ? removal.confirmedAt() : lastCheckedAt;
        return testimony.isOfPerson() && testimony.sawItAfter(latest);
    }

    /** Whether a person says that what changed is the content: later checks start from what it is now. */
    static boolean isSaidToBeTheContent(Testimony testimony, CheckHistory.@Nullable Undecided undecided) {
        return testimony.isOfPerson()
                && undecided != null
                && undecided.last() == Signal.CHANGED
                && testimony.sawItAfter(undecided.since());
    }

    /** Whether it contradicts, or settles, what our last check says: then it is checked again. */
    static boolean isNews(Testimony testimony, Watch watch, Instant lastCheckedAt) {
        var settles = testimony.isOfPerson() && !watch.flags().isEmpty();
        var isWanted = watch.isDown() || settles;
        var saw = isWanted && testimony.sawItAfter(lastCheckedAt);
        var doubts = !watch.isDown() && testimony.doubtsAfter(lastCheckedAt);
        return saw || doubts;
    }

    /** The state after a check. */
    static WatchState after(Watch watch, CheckResult result, Confirmation needed, CheckHistory now) {
        var state = watch.state();
        var undecided = now.undecided();
        if (undecided == null || watch.isDown()) {
            return state.after(result, needed);
        }
        var rule = undecided.last() == Signal.LINK_EXPIRED ? RemovalRule.EXPIRED : RemovalRule.WITNESSED;
        if (!rule.isMetBy(undecided)) {
            return state.after(result, needed);
        }
        return isWitnessed(watch, undecided, result.at(), rule.span()) && !needed.frozen()
                ? state.witnessed(rule, undecided.since(), result.at())
                : state.forgetting();
    }

    /**
     * Whoever saw the content after a person looked contradicts the person; who saw it since we cannot tell, a vantage.
     */
    private static boolean isWitnessed(Watch watch, CheckHistory.Undecided undecided, Instant now, Duration span) {
        if (undecided.witness() == Signal.Witness.NONE) {
            return false;
        }
        var lastGood = watch.history().lastGood();
        var since = undecided.since();
        var unseenSince = lastGood == null ? since : lastGood.at();
        var witnesses = watch.testimonies();
        return witnesses.stream()
                .filter(one -> one.isOfPerson()
                        ? one.saidGoneAfter(unseenSince, now)
                        : undecided.witness() == Signal.Witness.VANTAGE && one.missedFor(span, since, now))
                .map(one -> one.isOfPerson() ? one.lastCheckedAt() : since)
                .anyMatch(from -> witnesses.stream().noneMatch(other -> other.contradicts(from, now)));
    }
}
