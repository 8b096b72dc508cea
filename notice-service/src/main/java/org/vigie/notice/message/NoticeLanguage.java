package org.vigie.notice.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages notices are written in. */
public enum NoticeLanguage {
    EN,
    FR;

    /** The notice language for a contact's ISO 639-1 code; English where there is none. */
    public static NoticeLanguage of(String code) {
        return code.strip().toLowerCase(Locale.ROOT).startsWith("fr") ? FR : EN;
    }

    /** As somebody chose, or else as their browser prefers. */
    public static NoticeLanguage of(@Nullable String chosen, Locale preferred) {
        return of(chosen == null ? preferred.getLanguage() : chosen);
    }

    /** ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a page offers instead. */
    public NoticeLanguage other() {
        return this == FR ? EN : FR;
    }

    public Locale locale() {
        return Locale.of(code());
    }
}
