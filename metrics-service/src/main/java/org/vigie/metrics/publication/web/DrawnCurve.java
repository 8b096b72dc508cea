package org.vigie.metrics.publication.web;

import java.util.Arrays;
import java.util.List;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Figures.Point;

/** A group's survival curve as the page shows it, with a few of its values in words. */
record DrawnCurve(String name, Curve curve, List<Value> values) {

    private static final int[] DAYS = {1, 7, 30, 90};
    private static final int HOURS_A_DAY = 24;
    private static final int LONGEST = 90;
    private static final int SHORTEST = 4;

    /** What is still there after so many days. */
    record Value(int day, Point still) {}

    /** The curves of those groups that have enough removals, all on one scale. */
    static List<DrawnCurve> of(List<Group> groups, Words words) {
        var drawn = groups.stream().filter(group -> !group.curve().isEmpty()).toList();
        var longest = drawn.stream()
                .mapToInt(group -> Math.ceilDiv(group.curve().getLast().hours(), HOURS_A_DAY))
                .max()
                .orElse(SHORTEST);
        var days = Math.clamp(longest, SHORTEST, LONGEST);
        return drawn.stream().map(group -> of(group, days, words)).toList();
    }

    private static DrawnCurve of(Group group, int days, Words words) {
        var curve = new Curve(group.curve(), days);
        var values = Arrays.stream(DAYS)
                .filter(day -> day <= days)
                .mapToObj(day -> new Value(day, curve.at(day)))
                .toList();
        return new DrawnCurve(words.name(group.group()), curve, values);
    }
}
