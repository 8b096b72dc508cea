package org.vigie.availability.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What looks showed, as far back as it is kept.
 *
 * @param looks how many there were in all
 * @param recent the latest, oldest first
 * @param lastGood the latest that found it there, absent if none did
 */
public record Diary(int looks, List<Look> recent, @Nullable Look lastGood) {

    static final Diary EMPTY = new Diary(0, List.of(), null);

    private static final int KEPT = 20;

    public Diary {
        recent = List.copyOf(recent);
    }

    Diary with(Look look) {
        var kept = new ArrayList<>(recent);
        kept.add(look);
        var from = Math.max(0, kept.size() - KEPT);
        var good = look.signal().meaning() == Signal.Meaning.UP ? look : lastGood;
        return new Diary(looks + 1, kept.subList(from, kept.size()), good);
    }

    /** Codes of what differs between the latest look and the last that found it there. */
    List<String> differences() {
        if (recent.isEmpty() || lastGood == null) {
            return List.of();
        }
        var now = recent.getLast();
        var differences = new ArrayList<String>();
        if (!Objects.equals(now.dns(), lastGood.dns())) {
            differences.add("DNS");
        }
        if (!Objects.equals(now.status(), lastGood.status())) {
            differences.add("STATUS");
        }
        if (!Objects.equals(now.headers(), lastGood.headers())) {
            differences.add("HEADERS");
        }
        return differences;
    }
}
