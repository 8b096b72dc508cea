package org.vigie.notice.replypage.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeLanguage;

/** A language of the page, with how instants read in it. */
record PageLanguage(NoticeLanguage language) {

    /** As asked for, or else as the browser prefers. */
    static PageLanguage of(@Nullable String asked, Locale preferred) {
        return new PageLanguage(NoticeLanguage.of(asked, preferred));
    }

    /** As it stands in addresses. */
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
        var pattern = language == NoticeLanguage.FR ? "d MMMM uuuu 'à' HH:mm 'UTC'" : "d MMMM uuuu, HH:mm 'UTC'";
        return formatted(pattern, instant);
    }

    public String day(Instant instant) {
        return formatted("d MMMM uuuu", instant);
    }

    private String formatted(String pattern, Instant instant) {
        return DateTimeFormatter.ofPattern(pattern, locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}
