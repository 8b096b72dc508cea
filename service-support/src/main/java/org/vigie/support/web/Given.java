package org.vigie.support.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came with a request, checked. What is refused is named and never repeated. */
public final class Given {

    static final int LONGEST = 200;

    private static final String CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f";
    /** A text as a regular expression of JSON Schema: one character at least is not blank, none is a control. */
    static final String TEXT = "^[^%1$s]*[^\\s%1$s][^%1$s]*$".formatted(CONTROLS);

    /** Later instants cannot be told in milliseconds everywhere; nobody means them. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Clocks differ, and some tell a day only. */
    private static final Duration FAST_CLOCKS = Duration.ofDays(1);

    private Given() {}

    public static <T> T required(@Nullable T given, String pointer) {
        if (given == null) {
            throw new InvalidRequest(pointer, "A value is required.");
        }
        return given;
    }

    /** 1 to 200 characters without controls. */
    public static String text(@Nullable String given, String pointer) {
        if (given == null || given.isBlank()) {
            throw new InvalidRequest(pointer, "A value is required.");
        }
        if (!isPlain(given)) {
            throw new InvalidRequest(
                    pointer, "Must be at most %d characters, without control characters.".formatted(LONGEST));
        }
        return given.strip();
    }

    /** The same, or nothing. */
    public static @Nullable String optionalText(@Nullable String given, String pointer) {
        return given == null ? null : text(given, pointer);
    }

    /** Text of several lines, or nothing: no other controls than line ends and tabs. */
    public static @Nullable String longText(@Nullable String given, String pointer, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.codePointCount(0, given.length()) > longest
                || given.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new InvalidRequest(
                    pointer,
                    "Must be at most %d characters; line breaks are the only control characters allowed."
                            .formatted(longest));
        }
        return given.strip();
    }

    /** The same in a header, whose letters are read as docs/problems.md says. */
    public static String header(@Nullable String given, String name) {
        var text = given == null ? "" : HeaderLetters.read(given);
        if (text.isBlank() || !isPlain(text)) {
            throw missingHeader(name);
        }
        return text.strip();
    }

    static InvalidRequest missingHeader(String name) {
        return new InvalidRequest(
                "", "Header %s must have 1 to %d characters, without control characters.".formatted(name, LONGEST));
    }

    /** A time from 1970 on that has come. */
    public static Instant past(@Nullable Instant given, String pointer, Instant now) {
        var at = required(given, pointer);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(now)) {
            throw new InvalidRequest(pointer, "Must be a past timestamp, not before 1970.");
        }
        return at;
    }

    /** The same as another's clock tells it, which may be a day ahead. */
    public static Instant pastElsewhere(@Nullable Instant given, String pointer, Instant now) {
        return past(given, pointer, now.plus(FAST_CLOCKS));
    }

    /** A time to come before the year 10000. */
    public static Instant future(@Nullable Instant given, String pointer, Instant now) {
        var at = required(given, pointer);
        if (!at.isAfter(now) || at.isAfter(LATEST)) {
            throw new InvalidRequest(pointer, "Must be a future timestamp, before the year 10000.");
        }
        return at;
    }

    /** A count that can be one: not negative. */
    public static @Nullable Integer count(@Nullable Integer given, String pointer) {
        if (given != null && given < 0) {
            throw new InvalidRequest(pointer, "Must be zero or greater.");
        }
        return given;
    }

    /** A query parameter that is a whole number in a range. */
    public static int between(int given, int least, int most, String parameter) {
        if (given < least || given > most) {
            throw new ParameterRefused(parameter, "Must be between %d and %d.".formatted(least, most));
        }
        return given;
    }

    private static boolean isPlain(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
