package org.vigie.availability.probe.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.WebUrl;

/** Tells where redirects led, by the target's relation to the URL that was asked for. */
final class Landings {

    private static final Pattern ERROR =
            Pattern.compile("(^|[/_.-])(404|410|not[_-]?found|error|removed|deleted|gone)([/_.-]|$)");
    private static final Pattern LOGIN = Pattern.compile("(^|[/_.-])(log[_-]?in|sign[_-]?in|auth|sso)([/_.-]|$)");
    private static final Pattern SEARCH = Pattern.compile("(^|[/_.-])search([/_.-]|$)");

    private final PublicSuffixes suffixes;

    Landings(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    Landing of(WebUrl asked, WebUrl target) {
        if (!domain(asked).equals(domain(target))) {
            return Landing.OTHER_DOMAIN;
        }
        var path = target.path().toLowerCase(Locale.ROOT);
        if (target.requestTarget().equals(asked.requestTarget())) {
            return Landing.SAME_PLACE;
        }
        if (ERROR.matcher(path).find()) {
            return Landing.ERROR_PAGE;
        }
        if (LOGIN.matcher(path).find()) {
            return Landing.LOGIN;
        }
        if (SEARCH.matcher(path).find()) {
            return Landing.SEARCH;
        }
        return path.equals("/") ? Landing.ROOT : Landing.OTHER_PATH;
    }

    private String domain(WebUrl url) {
        return suffixes.registrableDomain(url.host()).orElse(url.hostWithoutDot());
    }
}
