package org.vigie.metrics.publication.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Publication.Period;

/** How numbers read in one language, for the page's template. One that may not be shown says why. */
record Words(Language language) {

    public String number(long number) {
        return language.number(number);
    }

    public String percent(double share) {
        return language.percent(share);
    }

    public String wholePercent(double share) {
        return language.wholePercent(share);
    }

    public String date(Instant instant) {
        return language.date(instant);
    }

    public String name(String key) {
        return language.name(key);
    }

    public String count(@Nullable Long count) {
        return count == null ? language.text("suppressed") : language.number(count);
    }

    public String share(@Nullable Double share) {
        return share == null ? language.text("not_shown") : language.percent(share);
    }

    /** From the lower to the upper end, empty if there is none. */
    public String interval(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? "" : language.percent(lower) + " – " + language.percent(upper);
    }

    /** Hours under a heading that names the unit. */
    public String hours(@Nullable Integer hours) {
        return hours == null ? language.text("hidden") : language.number(hours);
    }

    public String days(int days) {
        return language.number(days) + "\u00a0" + language.text(days == 1 ? "day" : "days");
    }

    /** A percentile with its unit. */
    public String percentile(Percentile percentile) {
        return percentile.days() == null ? language.text(whyNot(percentile)) : days(percentile.days());
    }

    /** A percentile under a heading that names the unit. */
    public String bare(Percentile percentile) {
        return percentile.days() == null ? language.text(whyNot(percentile)) : language.number(percentile.days());
    }

    public String period(Period period) {
        var from = language.month(period.from());
        return period.from().equals(period.to()) ? from : from + " – " + language.month(period.to());
    }

    /** The name of a country by its code, or what the code says where there is none. */
    public String country(String code) {
        return code.length() == 2 ? Locale.of("", code).getDisplayCountry(language.locale()) : language.name(code);
    }

    /** What stands below a provider's name: its role, and its country if it is known. */
    public String place(String role, @Nullable String country) {
        return country == null ? language.name(role) : language.name(role) + ", " + country(country);
    }

    private static String whyNot(Percentile percentile) {
        return switch (percentile.shown()) {
            case DAYS, HIDDEN -> "hidden";
            case NOT_REACHED -> "not_reached";
        };
    }
}
