package org.vigie.standalone.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Words that occur nowhere else and differ in every run, by where they are put. */
enum Planted {
    HOST,
    PATH,
    QUERY,
    FRAGMENT,
    USER,
    REFERRER,
    FOUND_ON,
    IDN_HOST,
    NO_SUCH_NAME,
    NO_TLS,
    CIRCLE,
    CIRCLE_NEXT,
    FAILING,
    NOBODY_LISTENS,
    GONE,
    RELAY_REFUSES,
    NOT_A_URL,
    UNKNOWN_FIELD,
    IN_A_PATH,
    IN_A_QUERY,
    BAD_REQUEST_LINE,
    SEARCHED_FOR,
    SEALED,
    SEALED_FOR_ANOTHER,
    IN_A_BATCH,
    WEBHOOK,
    STUMBLES,
    QUOTED_BY_A_FAILURE,
    HASH(true, made(64, "0123456789abcdef")),
    WHERE_HOSTS_LEAD(true, "127.9.0.1"),
    WHERE_NOBODY_LISTENS(true, "127.9.0.2"),
    /** Words that people and partners write, who may quote a URL; whoever may read a case may read them. */
    PARTNER_REFERENCE(false),
    REPLY(false),
    HOLD_REASON(false),
    HOLD_OWNER(false),
    REVEAL_REASON(false);

    private final String word;
    private final boolean ofUrl;

    Planted() {
        this(true);
    }

    Planted(boolean ofUrl) {
        this(ofUrl, made());
    }

    Planted(boolean ofUrl, String word) {
        this.ofUrl = ofUrl;
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Words of URLs and of what stood in the place of one. */
    static List<String> ofUrls() {
        return Arrays.stream(values())
                .filter(planted -> planted.ofUrl)
                .map(Planted::word)
                .toList();
    }

    static List<String> all() {
        return Arrays.stream(values()).map(Planted::word).toList();
    }

    /** Where a word was put, for a person who reads a failure. */
    static String named(String word) {
        return Arrays.stream(values())
                .filter(planted -> planted.word.equals(word))
                .map(planted -> planted.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("another word");
    }

    static String made() {
        return made(20, "abcdefghijklmnopqrstuvwxyz0123456789");
    }

    private static String made(int length, String letters) {
        return RandomGenerator.getDefault()
                .ints(length, 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
