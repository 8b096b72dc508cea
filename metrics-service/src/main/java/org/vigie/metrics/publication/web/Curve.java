package org.vigie.metrics.publication.web;

import java.util.List;
import java.util.Locale;
import org.vigie.metrics.publication.Figures.Point;

/** A survival curve with its band as a small SVG: steps, hours from left to right, the share still there upwards. */
final class Curve {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int LEFT = 40;
    private static final int BOTTOM = 170;
    private static final int TOP = 10;
    private static final int HOURS_A_DAY = 24;
    private static final int LONGEST_DAYS = 90;

    private final List<Point> points;
    private final int hours;

    Curve(List<Point> points) {
        this.points = points;
        var last = points.isEmpty() ? HOURS_A_DAY : points.getLast().hours();
        this.hours = Math.min(LONGEST_DAYS, Math.max(2, Math.ceilDiv(last, HOURS_A_DAY))) * HOURS_A_DAY;
    }

    /** The drawing, named for those who cannot see it. */
    String svg(String name, String axis) {
        return """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s">\
                <polygon class="band" points="%s"/><polyline class="line" points="%s"/>\
                <path class="axis" d="M%d %dV%dH%d"/>\
                <text x="%d" y="%d" text-anchor="end">100 %%</text><text x="%d" y="%d" text-anchor="end">50 %%</text>\
                <text x="%d" y="%d" text-anchor="end">0</text>\
                <text x="%d" y="%d" text-anchor="end">%d</text><text x="%d" y="%d">%s</text></svg>
                """.formatted(
                        WIDTH,
                        HEIGHT,
                        Html.escape(name),
                        band(),
                        line(),
                        LEFT,
                        TOP,
                        BOTTOM,
                        WIDTH - TOP,
                        LEFT - 4,
                        TOP + 8,
                        LEFT - 4,
                        (TOP + BOTTOM) / 2 + 4,
                        LEFT - 4,
                        BOTTOM + 4,
                        WIDTH - TOP,
                        BOTTOM + 16,
                        hours / HOURS_A_DAY,
                        LEFT,
                        BOTTOM + 16,
                        Html.escape(axis));
    }

    /** The share still there after so many hours. */
    double at(int hour) {
        var still = 1.0;
        for (var point : points) {
            if (point.hours() > hour) {
                break;
            }
            still = point.still();
        }
        return still;
    }

    private String line() {
        var path = new StringBuilder(place(0, 1));
        var before = 1.0;
        for (var point : points) {
            if (point.hours() > hours) {
                break;
            }
            path.append(' ').append(place(point.hours(), before));
            path.append(' ').append(place(point.hours(), point.still()));
            before = point.still();
        }
        return path.append(' ').append(place(hours, before)).toString();
    }

    private String band() {
        var upper = new StringBuilder(place(0, 1));
        var lower = new StringBuilder(place(0, 1));
        var above = 1.0;
        var below = 1.0;
        for (var point : points) {
            if (point.hours() > hours || point.upper() == null || point.lower() == null) {
                break;
            }
            upper.append(' ').append(place(point.hours(), above));
            upper.append(' ').append(place(point.hours(), point.upper()));
            lower.insert(0, place(point.hours(), below) + ' ');
            lower.insert(0, place(point.hours(), point.lower()) + ' ');
            above = point.upper();
            below = point.lower();
        }
        return upper + " " + place(hours, above) + " " + place(hours, below) + " " + lower;
    }

    private String place(int hour, double share) {
        var x = LEFT + (double) (WIDTH - TOP - LEFT) * hour / hours;
        var y = BOTTOM - (BOTTOM - TOP) * share;
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
