package org.vigie.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Texts that a reader must survive: sound ones with octets changed, cut, doubled, mixed and strange ones put in. */
public final class SpoiltTexts {

    private static final List<String> STRANGE = List.of(
            "\u0000",
            "\n",
            "\r",
            "\r\n\r\n",
            "\"",
            "\\",
            ",",
            ":",
            "{",
            "}",
            "[",
            "]",
            "[[[[[[[[",
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999999999999",
            "\ufeff",
            "\u2028",
            "\u00e9",
            "%",
            "%zz",
            "=",
            "'",
            "<",
            "\t",
            " ");

    private final List<byte[]> sound;
    private final SplittableRandom random;

    private SpoiltTexts(List<byte[]> sound, long seed) {
        this.sound = sound;
        this.random = new SplittableRandom(seed);
    }

    /** That many, the same ones for the same seed; a text has up to four faults. */
    public static Stream<byte[]> of(List<String> sound, long seed, int count) {
        var texts =
                new SpoiltTexts(sound.stream().map(text -> text.getBytes(UTF_8)).toList(), seed);
        return Stream.generate(texts::next).limit(count);
    }

    private byte[] next() {
        var text = sound.get(random.nextInt(sound.size())).clone();
        for (int faults = random.nextInt(1, 5); faults > 0; faults--) {
            text = spoilt(text);
        }
        return text;
    }

    private byte[] spoilt(byte[] text) {
        var from = random.nextInt(text.length + 1);
        var to = from + random.nextInt(Math.min(text.length - from, 40) + 1);
        var result = new ByteArrayOutputStream();
        result.write(text, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> result.writeBytes(octets());
            case 2 -> {
                result.write(text, from, to - from);
                result.write(text, from, to - from);
            }
            case 3 -> {
                var other = sound.get(random.nextInt(sound.size()));
                var at = random.nextInt(other.length);
                result.write(other, at, random.nextInt(other.length - at));
            }
            default ->
                result.writeBytes(STRANGE.get(random.nextInt(STRANGE.size())).getBytes(UTF_8));
        }
        result.write(text, to, text.length - to);
        return result.toByteArray();
    }

    private byte[] octets() {
        var octets = new byte[random.nextInt(1, 4)];
        random.nextBytes(octets);
        return octets;
    }
}
