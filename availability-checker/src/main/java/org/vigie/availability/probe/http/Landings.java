package org.vigie.availability.probe.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Gate;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.WebUrl;

/** Tells where redirects led, by the target's relation to the URL that was asked for. */
final class Landings {

    private static final Pattern ERROR =
            Pattern.compile("(^|[/_.-])(404|410|not[_-]?found|error|removed|deleted|gone)([/_.-]|$)");
    private static final Pattern LOGIN = Pattern.compile("(^|[/_.-])(log[_-]?in|sign[_-]?in|auth|sso)([/_.-]|$)");
    private static final Pattern SEARCH = Pattern.compile("(^|[/_.-])search([/_.-]|$)");

    private final PublicSuffixes suffixes;

    private static final Pattern AGE = Pattern.compile(
            "(^|[/_.-])(age[_-]?(check|gate|verif\\w*|confirm\\w*)|over[_-]?18|18plus|consent)([/_.-]|$)");
    private static final Pattern REGION = Pattern.compile(
            "(^|[/_.-])(blocked|geo[_-]?block\\w*|geo|restricted|forbidden|denied|" + "access[_-]?denied)([/_.-]|$)");
    private static final Pattern HOTLINK =
            Pattern.compile("(^|[/_.-])(hot[_-]?link\\w*|no[_-]?hot[_-]?link\\w*|leech\\w*)([/_.-]|$)");
    private static final Pattern BOT = Pattern.compile(
            "(^|[/_.-])(captcha|challenge|verify|human|bot[_-]?check|browser[_-]?check|cookie\\w*)([/_.-]|$)");

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

    /** What kind of gate the redirects led to, by its path or by the way back that it is given; absent if none. */
    @Nullable
    Gate gate(WebUrl asked, WebUrl target) {
        var path = target.path().toLowerCase(Locale.ROOT);
        if (path.equals(asked.path().toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (LOGIN.matcher(path).find()) {
            return Gate.LOGIN;
        }
        if (AGE.matcher(path).find()) {
            return Gate.AGE_CHECK;
        }
        if (HOTLINK.matcher(path).find()) {
            return Gate.HOTLINK;
        }
        if (REGION.matcher(path).find()) {
            return Gate.REGION;
        }
        return BOT.matcher(path).find() || returns(asked, target) ? Gate.BOT_CHECK : null;
    }

    /** Whoever is given the way back is meant to come back. */
    private static boolean returns(WebUrl asked, WebUrl target) {
        var query = target.query().orElse("").replaceAll("(?i)%2f", "/");
        return asked.path().length() > 1 && query.contains(asked.path());
    }

    private String domain(WebUrl url) {
        return suffixes.registrableDomain(url.host()).orElse(url.hostWithoutDot());
    }
}
