package org.vigie.metrics.publication.web;

import java.util.List;
import org.vigie.metrics.publication.Figures.Group;

/** The survival curves of a publication, all on one scale, each with a few of its values in words. */
final class Curves {

    private static final int[] DAYS = {1, 7, 30, 90};
    private static final int HOURS_A_DAY = 24;
    private static final int LONGEST = 90;
    private static final int SHORTEST = 4;

    private final Html page;
    private final Words words;

    Curves(Html page, Words words) {
        this.page = page;
        this.words = words;
    }

    /** Nothing but a sentence if no group has enough removals. */
    void of(List<Group> groups) {
        var drawn = groups.stream().filter(group -> !group.curve().isEmpty()).toList();
        if (drawn.isEmpty()) {
            page.element("p", words.text("curves_none"));
            return;
        }
        var days = drawn.stream()
                .mapToInt(group -> Math.ceilDiv(group.curve().getLast().hours(), HOURS_A_DAY))
                .max()
                .orElse(SHORTEST);
        var scale = Math.clamp(days, SHORTEST, LONGEST);
        page.raw("<div class=\"curves\">");
        drawn.forEach(group -> figure(group, scale));
        page.raw("</div>");
    }

    private void figure(Group group, int days) {
        var curve = new Curve(group.curve(), days);
        var name = words.language().name(group.group());
        page.raw("<figure><figcaption>").text(name).raw("</figcaption>");
        page.raw(curve.svg(words.text("curve_of", name), words.text("curve_axis"), words.language()));
        page.raw("<table><thead><tr><th scope=\"col\">")
                .text(words.text("after"))
                .raw("</th><th scope=\"col\">")
                .text(words.text("open"))
                .raw("</th></tr></thead><tbody>");
        for (var day : DAYS) {
            if (day > days) {
                break;
            }
            page.raw("<tr><th scope=\"row\">").text(words.days(day)).raw("</th>");
            page.raw("<td>").text(words.language().percent(curve.still(day * HOURS_A_DAY)));
            page.element("small", curve.interval(day * HOURS_A_DAY, words)).raw("</td></tr>");
        }
        page.raw("</tbody></table></figure>");
    }
}
