package org.vigie.metrics.publication.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figures.Point;

/**
 * Where a survival curve and its band stand in a small drawing: steps, hours from left to right, the share still there
 * upwards. Coordinates are those of a drawing 340 wide and 214 high.
 */
record Curve(List<Point> points, int days) {

    private static final int LEFT = 46;
    private static final int RIGHT = 328;
    private static final int TOP = 12;
    private static final int BOTTOM = 172;
    private static final int HOURS_A_DAY = 24;
    /** All, the median, the 90th percentile, none: where a curve crosses them is what the tables say. */
    private static final double[] LEVELS = {1, 0.5, 0.1, 0};

    private static final Point START = new Point(0, 1, null, null);

    /** The curve from the notice up to so many days after it. */
    Curve {
        points = points.stream()
                .filter(point -> point.hours() <= days * HOURS_A_DAY)
                .toList();
    }

    /** Where a text stands. */
    record Place(String x, String y) {}

    /** A line across, and what it means. */
    record Level(double share, String path, Place label) {}

    /** A mark on the axis below. */
    record Tick(int day, String path, Place label) {}

    /** The share still there at the beginning of that day, with its interval. */
    Point at(int day) {
        return points.stream()
                .filter(point -> point.hours() <= day * HOURS_A_DAY)
                .reduce(START, (_, later) -> later);
    }

    public List<Level> levels() {
        return Arrays.stream(LEVELS)
                .mapToObj(share -> new Level(
                        share, "M%d %sH%d".formatted(LEFT, number(y(share)), RIGHT), place(LEFT - 6, y(share) + 4)))
                .toList();
    }

    public List<Tick> ticks() {
        var apart = days <= 8 ? 1 : days <= 35 ? 7 : 15;
        return IntStream.rangeClosed(0, days / apart)
                .map(tick -> tick * apart)
                .mapToObj(day -> new Tick(
                        day,
                        "M%s %dv4".formatted(number(x(day * HOURS_A_DAY)), BOTTOM),
                        place(x(day * HOURS_A_DAY), BOTTOM + 17)))
                .toList();
    }

    /** Where the name of the axis stands. */
    public Place axis() {
        return place((LEFT + RIGHT) / 2.0, BOTTOM + 36);
    }

    public String line() {
        var path = new StringBuilder(pair(0, 1));
        var before = 1.0;
        for (var point : points) {
            path.append(' ').append(pair(point.hours(), before));
            path.append(' ').append(pair(point.hours(), point.still()));
            before = point.still();
        }
        return path.append(' ').append(pair(days * HOURS_A_DAY, before)).toString();
    }

    /** Where the interval is not defined, as once nothing is left, the band is as wide as the line. */
    public String band() {
        var upper = new StringBuilder(pair(0, 1));
        var lower = new StringBuilder(pair(0, 1));
        var before = START;
        for (var point : points) {
            upper.append(' ').append(pair(point.hours(), orStill(before.upper(), before)));
            upper.append(' ').append(pair(point.hours(), orStill(point.upper(), point)));
            lower.insert(0, pair(point.hours(), orStill(before.lower(), before)) + ' ');
            lower.insert(0, pair(point.hours(), orStill(point.lower(), point)) + ' ');
            before = point;
        }
        upper.append(' ').append(pair(days * HOURS_A_DAY, orStill(before.upper(), before)));
        lower.insert(0, pair(days * HOURS_A_DAY, orStill(before.lower(), before)) + ' ');
        return upper + " " + lower;
    }

    private static double orStill(@Nullable Double bound, Point point) {
        return bound == null ? point.still() : bound;
    }

    private String pair(int hour, double share) {
        return number(x(hour)) + "," + number(y(share));
    }

    private static Place place(double x, double y) {
        return new Place(number(x), number(y));
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }

    private double x(int hour) {
        return LEFT + (double) (RIGHT - LEFT) * hour / (days * HOURS_A_DAY);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }
}
