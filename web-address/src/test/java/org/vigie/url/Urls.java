package org.vigie.url;

import org.vigie.url.ParseResult.Parsed;
import org.vigie.url.ParseResult.Reason;
import org.vigie.url.ParseResult.Refused;

/** Short ways to say what a URL is read as. */
final class Urls {

    private Urls() {}

    static WebUrl url(String text) {
        return switch (WebUrl.parse(text)) {
            case Parsed(var url) -> url;
            case Refused(var reason) -> throw new AssertionError("refused as " + reason + ": " + text);
        };
    }

    static Reason refusal(String text) {
        return switch (WebUrl.parse(text)) {
            case Parsed(var url) -> throw new AssertionError("read as " + url.href() + ": " + text);
            case Refused(var reason) -> reason;
        };
    }

    static String hostOf(String text) {
        return url(text).host().text();
    }
}
