package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every string, tried on many; the seed is in the failure message. */
class GeneratedUrlTests {

    private static final String[] PIECES = {
        "http:", "https:", "/", "//", "\\", "?", "#", "@", ":", "[", "]", "%", "%2", "%2e", "%41", "%00", "%C3%A9", ".",
        "..", "a", "B", "xn--", "0x", "1", "255", "::", "ffff", "é", "ß", "。", "\uD83D", "\uDE00", "\t", " ", "\u0000",
        "-", "~", "'", "com", "example", "onion", "443", "80", "\u200d", "א"
    };

    @Test
    void anyStringIsReadOrRefusedAndWhatIsReadStaysTheSame() {
        long seed = 20_261_122;
        var random = new SplittableRandom(seed);
        int parsed = 0;
        for (int i = 0; i < 100_000; i++) {
            var text = text(random);
            var url = WebUrl.parse(text).found();
            if (url.isPresent()) {
                parsed++;
                check(url.get(), "seed " + seed + ", number " + i + ": " + text);
            }
        }
        assertThat(parsed).isGreaterThan(5_000);
    }

    private static String text(SplittableRandom random) {
        var text = new StringBuilder(random.nextInt(4) > 0 ? "http://" : "");
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static void check(WebUrl url, String as) {
        assertThat(WebUrl.parse(url.href()).found()).as(as).hasValue(url);
        assertThat(url.href()).as(as).matches("[\\x21-\\x7e]+");
        assertThat(WebUrl.parse(url.canonical()).found().map(WebUrl::canonical))
                .as(as)
                .hasValue(url.canonical());
        assertThat(WebUrl.parse(Refanged.of(Defanged.of(url)).text()).found().map(WebUrl::canonical))
                .as(as)
                .hasValue(url.canonical());
        assertThat(url.host().kind()).as(as).isNotNull();
    }
}
