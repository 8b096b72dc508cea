package org.vigie.url;

import org.jspecify.annotations.Nullable;
import org.vigie.url.ParseResult.Parsed;
import org.vigie.url.ParseResult.Reason;
import org.vigie.url.ParseResult.Refused;
import org.vigie.url.UrlRecord.Authority;

/**
 * Reads http and https URLs (WHATWG URL Standard, section 4.4, the basic URL parser). Other schemes being refused, the
 * standard's states follow one another here: scheme, authority, path, query, fragment.
 */
final class UrlParser {

    private final String input;
    private final @Nullable UrlRecord base;

    private UrlParser(String input, @Nullable UrlRecord base) {
        this.input = input;
        this.base = base;
    }

    static ParseResult parse(String input, @Nullable UrlRecord base) {
        if (input.length() > WebUrl.MAX_LENGTH) {
            return new Refused(Reason.TOO_LONG);
        }
        try {
            var url = new WebUrl(new UrlParser(InputText.clean(input), base).read());
            return url.length() > WebUrl.MAX_LENGTH ? new Refused(Reason.TOO_LONG) : new Parsed(url);
        } catch (NotAUrl e) {
            return new Refused(e.reason());
        }
    }

    private UrlRecord read() throws NotAUrl {
        int colon = schemeEnd();
        if (colon < 0) {
            if (base == null) {
                throw new NotAUrl(Reason.NOT_ABSOLUTE);
            }
            return relative(base, 0);
        }
        var scheme = scheme(input.substring(0, colon));
        boolean relative = base != null && base.scheme() == scheme && !input.startsWith("//", colon + 1);
        return relative && base != null ? relative(base, colon + 1) : absolute(scheme, colon + 1);
    }

    /** The colon after the scheme, or -1 if the input begins with no scheme. */
    private int schemeEnd() {
        int at = 0;
        while (at < input.length() && isSchemeCharacter(input.charAt(at), at == 0)) {
            at++;
        }
        return at > 0 && at < input.length() && input.charAt(at) == ':' ? at : -1;
    }

    private static boolean isSchemeCharacter(char c, boolean first) {
        return Ascii.isAlpha(c) || (!first && (Ascii.isDigit(c) || c == '+' || c == '-' || c == '.'));
    }

    private static Scheme scheme(String text) throws NotAUrl {
        for (var scheme : Scheme.values()) {
            if (scheme.name().equalsIgnoreCase(text)) {
                return scheme;
            }
        }
        throw new NotAUrl(Reason.UNSUPPORTED_SCHEME);
    }

    /** The relative states; slashes lead to an authority or to the root, anything else into the base's folder. */
    private UrlRecord relative(UrlRecord base, int from) throws NotAUrl {
        if (isSlashAt(from)) {
            return isSlashAt(from + 1)
                    ? absolute(base.scheme(), from)
                    : rest(base.scheme(), base.authority(), new UrlPath(), from);
        }
        boolean samePath = from == input.length() || input.charAt(from) == '#' || input.charAt(from) == '?';
        if (!samePath) {
            return rest(base.scheme(), base.authority(), UrlPath.folderOf(base.path()), from);
        }
        int fragment = fragmentStart(from);
        var query = from < fragment ? query(from, fragment) : base.query();
        return new UrlRecord(base.scheme(), base.authority(), base.path(), query, fragment(fragment));
    }

    /** Any number of slashes, an authority, and the rest. */
    private UrlRecord absolute(Scheme scheme, int from) throws NotAUrl {
        int start = from;
        while (isSlashAt(start)) {
            start++;
        }
        int end = start;
        while (end < input.length() && !Ascii.isSlash(input.charAt(end)) && "?#".indexOf(input.charAt(end)) < 0) {
            end++;
        }
        return rest(scheme, AuthorityParser.parse(input.substring(start, end), scheme), new UrlPath(), end);
    }

    private UrlRecord rest(Scheme scheme, Authority authority, UrlPath path, int from) {
        int fragment = fragmentStart(from);
        int question = input.indexOf('?', from);
        int pathEnd = question < 0 ? fragment : Math.min(question, fragment);
        path.append(input.substring(from, pathEnd));
        return new UrlRecord(scheme, authority, path.text(), query(pathEnd, fragment), fragment(fragment));
    }

    private @Nullable String query(int questionMark, int end) {
        return questionMark == end
                ? null
                : PercentEncoding.encode(input.substring(questionMark + 1, end), PercentEncoding.Set.QUERY);
    }

    private @Nullable String fragment(int hash) {
        return hash == input.length()
                ? null
                : PercentEncoding.encode(input.substring(hash + 1), PercentEncoding.Set.FRAGMENT);
    }

    private int fragmentStart(int from) {
        int hash = input.indexOf('#', from);
        return hash < 0 ? input.length() : hash;
    }

    private boolean isSlashAt(int index) {
        return index < input.length() && Ascii.isSlash(input.charAt(index));
    }
}
