package org.vigie.notice.message;

import java.util.Locale;

/** The languages notices are written in. */
public enum NoticeLanguage {
    EN,
    FR;

    /** The notice language for a contact's ISO 639-1 code; English where there is none. */
    public static NoticeLanguage of(String code) {
        return code.strip().toLowerCase(Locale.ROOT).startsWith("fr") ? FR : EN;
    }

    /** ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
