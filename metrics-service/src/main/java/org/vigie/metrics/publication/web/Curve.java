package org.vigie.metrics.publication.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figures.Point;

/** A survival curve with its band as a small SVG: steps, hours from left to right, the share still there upwards. */
final class Curve {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 214;
    private static final int LEFT = 46;
    private static final int RIGHT = 328;
    private static final int TOP = 12;
    private static final int BOTTOM = 172;
    private static final int HOURS_A_DAY = 24;
    /** All, the median, the 90th percentile, none: where a curve crosses them is what the tables say. */
    private static final double[] LEVELS = {1, 0.5, 0.1, 0};

    private static final Point START = new Point(0, 1, null, null);

    private final List<Point> points;
    private final int days;

    /** The curve from the notice up to so many days after it. */
    Curve(List<Point> points, int days) {
        this.points = points.stream()
                .filter(point -> point.hours() <= days * HOURS_A_DAY)
                .toList();
        this.days = days;
    }

    /** The drawing, named for those who cannot see it. */
    String svg(String name, String axis, Language language) {
        var svg = new Html();
        svg.raw("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, HEIGHT, Html.escape(name)));
        svg.raw("<polygon class=\"band\" points=\"" + band() + "\"/>");
        for (var level : LEVELS) {
            svg.raw(String.format(
                    Locale.ROOT,
                    "<path class=\"%s\" d=\"M%d %.1fH%d\"/>",
                    level == 0 ? "axis" : "level",
                    LEFT,
                    y(level),
                    RIGHT));
            label(svg, LEFT - 6, y(level) + 4, "end", language.wholePercent(level));
        }
        for (int day = 0; day <= days; day += tick()) {
            svg.raw(String.format(
                    Locale.ROOT, "<path class=\"axis\" d=\"M%.1f %dv4\"/>", x(day * HOURS_A_DAY), BOTTOM));
            label(svg, x(day * HOURS_A_DAY), BOTTOM + 17, "middle", language.number(day));
        }
        label(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 36, "middle", axis);
        return svg.raw("<polyline class=\"line\" points=\"" + line() + "\"/></svg>")
                .toString();
    }

    /** The share still there after so many hours. */
    double still(int hour) {
        return at(hour).still();
    }

    /** Its interval in words, empty if there is none. */
    String interval(int hour, Words words) {
        return words.interval(at(hour).lower(), at(hour).upper());
    }

    private Point at(int hour) {
        return points.stream().filter(point -> point.hours() <= hour).reduce(START, (_, later) -> later);
    }

    private String line() {
        var path = new StringBuilder(place(0, 1));
        var before = 1.0;
        for (var point : points) {
            path.append(' ').append(place(point.hours(), before));
            path.append(' ').append(place(point.hours(), point.still()));
            before = point.still();
        }
        return path.append(' ').append(place(days * HOURS_A_DAY, before)).toString();
    }

    /** Where the interval is not defined, as once nothing is left, the band is as wide as the line. */
    private String band() {
        var upper = new StringBuilder(place(0, 1));
        var lower = new StringBuilder(place(0, 1));
        var before = START;
        for (var point : points) {
            upper.append(' ').append(place(point.hours(), orStill(before.upper(), before)));
            upper.append(' ').append(place(point.hours(), orStill(point.upper(), point)));
            lower.insert(0, place(point.hours(), orStill(before.lower(), before)) + ' ');
            lower.insert(0, place(point.hours(), orStill(point.lower(), point)) + ' ');
            before = point;
        }
        upper.append(' ').append(place(days * HOURS_A_DAY, orStill(before.upper(), before)));
        lower.insert(0, place(days * HOURS_A_DAY, orStill(before.lower(), before)) + ' ');
        return upper + " " + lower;
    }

    private static double orStill(@Nullable Double bound, Point point) {
        return bound == null ? point.still() : bound;
    }

    private int tick() {
        return days <= 8 ? 1 : days <= 35 ? 7 : 15;
    }

    private static void label(Html svg, double x, double y, String anchor, String text) {
        svg.raw(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor))
                .text(text)
                .raw("</text>");
    }

    private String place(int hour, double share) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(hour), y(share));
    }

    private double x(int hour) {
        return LEFT + (double) (RIGHT - LEFT) * hour / (days * HOURS_A_DAY);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }
}
