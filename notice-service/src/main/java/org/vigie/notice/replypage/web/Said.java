package org.vigie.notice.replypage.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.replypage.CodeSending;

/** What was just done, for the page that comes after a form. */
enum Said {
    CODE_SENT,
    CODE_TOO_OFTEN,
    CODE_NOT_NOW,
    PROVEN,
    WRONG_CODE,
    NO_CODE,
    ANSWERED,
    WISHED,
    LOCKED;

    /** As it stands in addresses, and the key of its text. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it went wrong. */
    public boolean isTrouble() {
        return switch (this) {
            case CODE_TOO_OFTEN, CODE_NOT_NOW, WRONG_CODE, NO_CODE, LOCKED -> true;
            case CODE_SENT, PROVEN, ANSWERED, WISHED -> false;
        };
    }

    public String text() {
        return "said." + name();
    }

    static Said of(CodeSending sending) {
        return switch (sending) {
            case SENT -> CODE_SENT;
            case TOO_OFTEN -> CODE_TOO_OFTEN;
            case NOT_NOW -> CODE_NOT_NOW;
        };
    }

    /** What the code says; absent if it says nothing known. */
    static @Nullable Said of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(said -> said.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
