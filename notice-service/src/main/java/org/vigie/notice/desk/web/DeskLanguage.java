package org.vigie.notice.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeLanguage;

/** A language of the desk, with how instants and durations read in it; instants are UTC, and say so. */
record DeskLanguage(NoticeLanguage language) {

    private static final long TWO_DAYS_IN_HOURS = 48;

    /** As chosen before, or else as the browser prefers. */
    static DeskLanguage of(@Nullable String chosen, Locale preferred) {
        return new DeskLanguage(NoticeLanguage.of(chosen, preferred));
    }

    public String code() {
        return language.code();
    }

    public String other() {
        return language.other().code();
    }

    Locale locale() {
        return language.locale();
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** As an attribute {@code datetime} wants it. */
    public String exactly(Instant instant) {
        return instant.toString();
    }

    /** The larger unit alone: minutes below two hours, hours below two days. */
    public String lasting(Duration duration) {
        var whole = duration.abs();
        if (whole.toHours() < 2) {
            return whole.toMinutes() + " min";
        }
        return whole.toHours() < TWO_DAYS_IN_HOURS
                ? whole.toHours() + " h"
                : whole.toDays() + (language == NoticeLanguage.FR ? " j" : " d");
    }
}
