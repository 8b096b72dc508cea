package org.vigie.metrics.publication.web;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** A language of the page. */
enum Language {
    FR(Locale.FRENCH),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** As it stands in addresses. */
    String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    Language other() {
        return this == FR ? EN : FR;
    }

    String text(String key) {
        return texts().getString(key);
    }

    /** The text, or the key where there is none. */
    String name(String key) {
        return texts().containsKey(key) ? texts().getString(key) : key;
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With one decimal, half up. */
    String percent(double share) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(share * 100) + "\u00a0%";
    }

    /** A round share without decimals. */
    String wholePercent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
    }

    /** Kept by the JVM once it was read. */
    private ResourceBundle texts() {
        return ResourceBundle.getBundle("org.vigie.metrics.publication.web.texts", locale);
    }
}
