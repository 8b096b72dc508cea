package org.vigie.notice.replypage.web;

import org.jspecify.annotations.Nullable;

/** What a person typed into a form: a browser holds to the limits, whoever sends without one is cut. */
final class Typed {

    private static final int LONGEST = 4000;
    private static final String CONTROL = "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]";

    private Typed() {}

    /** With line feeds and tabs as the only control characters; absent without anything else. */
    static @Nullable String text(String typed) {
        var text = typed.replace("\r\n", "\n").replace('\r', '\n').replaceAll(CONTROL, "");
        return text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
