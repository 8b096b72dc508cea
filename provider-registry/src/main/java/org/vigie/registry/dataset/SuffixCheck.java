package org.vigie.registry.dataset;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.url.Host;
import org.vigie.url.PublicSuffixes;

/** Whether a public suffix list may take the place of the one in use. */
public final class SuffixCheck {

    /** Names everybody knows the suffix of, from both sections, with a wildcard and an exception. */
    private static final SortedMap<String, String> CANARIES = new TreeMap<>(Map.of(
            "a.b.com", "com",
            "a.b.co.uk", "co.uk",
            "a.b.github.io", "github.io",
            "a.b.kobe.jp", "b.kobe.jp",
            "city.kobe.jp", "kobe.jp"));

    private SuffixCheck() {}

    /**
     * Refuses a list that is not plausible.
     *
     * @throws BrokenDataSet if it should not be used
     */
    public static void check(PublicSuffixes next, PublicSuffixes before) {
        Shrunk.check(next.size(), before.size(), "rules");
        CANARIES.forEach((name, suffix) -> {
            var found = next.suffix(new Host.Domain(name)).orElseThrow().name();
            if (!found.equals(suffix)) {
                throw new BrokenDataSet("%s ends in %s here and should in %s".formatted(name, found, suffix));
            }
        });
    }
}
