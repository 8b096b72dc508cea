package org.vigie.notice.message;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any text with the URLs in it as {@link Defanged} writes them, and without what opens a reply page. */
public final class DefangedText {

    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s\"'<>,]+");

    /** Of a link to the reply page. Whoever has it answers in the addressee's name. */
    private static final Pattern REPLY_TOKEN = Pattern.compile("(?<=/replies/)[0-9A-Za-z_-]{55,}");

    private DefangedText() {}

    /** Reply tokens, then URLs, then their hosts where these stand alone. */
    public static String of(String text) {
        var hosts = new TreeSet<String>();
        var tokenless = REPLY_TOKEN.matcher(text).replaceAll("[token]");
        var said = URL.matcher(tokenless).replaceAll(found -> {
            hosts.add(found.group().replaceFirst("(?i)^https?://", "").replaceFirst("[:/?#].*$", ""));
            return Matcher.quoteReplacement(Defanged.url(found.group()));
        });
        for (var host : hosts.descendingSet()) {
            said = said.replace(host, Defanged.host(host));
        }
        return said;
    }
}
