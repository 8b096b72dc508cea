package org.vigie.metrics.publication.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Publication.Period;
import org.vigie.metrics.publication.PublicationRules;

/** How numbers read in one language. One that may not be shown says why. */
record Words(Language language, PublicationRules rules) {

    String text(String key, Object... values) {
        return language.text(key, values);
    }

    String count(@Nullable Long count) {
        return count == null ? text("suppressed") : language.number(count);
    }

    String share(@Nullable Double share) {
        return share == null ? text("not_shown") : language.percent(share);
    }

    /** From the lower to the upper end, empty if there is none. */
    String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? "" : language.percent(lower) + " – " + language.percent(upper);
    }

    /** Hours under a heading that names the unit. */
    String hours(@Nullable Integer hours) {
        return hours == null ? text("hidden") : language.number(hours);
    }

    String days(int days) {
        return language.number(days) + "\u00a0" + text(days == 1 ? "day" : "days");
    }

    /** A percentile with its unit. */
    String percentile(Percentile percentile) {
        return percentile.days() == null ? text(whyNot(percentile)) : days(percentile.days());
    }

    /** A percentile under a heading that names the unit. */
    String bare(Percentile percentile) {
        return percentile.days() == null ? text(whyNot(percentile)) : language.number(percentile.days());
    }

    String period(Period period) {
        var from = language.month(period.from());
        return period.from().equals(period.to()) ? from : from + " – " + language.month(period.to());
    }

    /** The name of a country by its code, or what the code says where there is none. */
    String country(String code) {
        return code.length() == 2 ? Locale.of("", code).getDisplayCountry(language.locale()) : language.name(code);
    }

    /** What stands below a provider's name: its role, and its country if it is known. */
    String place(String role, @Nullable String country) {
        return country == null ? language.name(role) : language.name(role) + ", " + country(country);
    }

    private static String whyNot(Percentile percentile) {
        return switch (percentile.shown()) {
            case DAYS, HIDDEN -> "hidden";
            case NOT_REACHED -> "not_reached";
        };
    }
}
