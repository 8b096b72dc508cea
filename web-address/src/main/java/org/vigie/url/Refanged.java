package org.vigie.url;

import java.util.regex.Pattern;

/**
 * A URL as submitted, with the spellings undone by which people keep URLs from being followed. For intake only; scheme
 * and authority are touched, path and query never.
 *
 * @param text what to parse
 * @param changed whether anything was undone
 */
public record Refanged(String text, boolean changed) {

    private static final Pattern SCHEME = Pattern.compile(
            "^\\s*h(?:xx|tt|\\*\\*)p(s?)\\s*(?:(?:\\[:]|\\(:\\)|:)//|\\[://])", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT =
            Pattern.compile("\\s?(?:\\[(?:\\.|dot)]|\\((?:\\.|dot)\\)|\\{(?:\\.|dot)})\\s?", Pattern.CASE_INSENSITIVE);

    /** Undoes {@code hxxp}, {@code [.]}, {@code (dot)} and their like; anything else comes back as it was. */
    public static Refanged of(String submitted) {
        var scheme = SCHEME.matcher(submitted);
        if (submitted.length() > WebUrl.MAX_LENGTH || !scheme.find()) {
            return new Refanged(submitted, false);
        }
        int pathStart = pathStart(submitted, scheme.end());
        var authority =
                DOT.matcher(submitted.substring(scheme.end(), pathStart)).replaceAll(".");
        var text = "http" + scheme.group(1) + "://" + authority + submitted.substring(pathStart);
        boolean changed = !text.strip().equalsIgnoreCase(submitted.strip());
        return new Refanged(changed ? text : submitted, changed);
    }

    private static int pathStart(String text, int from) {
        int at = from;
        while (at < text.length() && !Ascii.isSlash(text.charAt(at)) && "?#".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    @Override
    public String toString() {
        return "Refanged[changed=" + changed + "]";
    }
}
