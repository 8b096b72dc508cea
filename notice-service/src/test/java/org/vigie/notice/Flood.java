package org.vigie.notice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.support.seal.IndexKey;

/**
 * Sightings of contents at URLs, and what they come to in any order: six in ten are of a URL of their own, one in ten
 * of a further content at one of these, three in ten repeat one of the former.
 *
 * @param seen in order of their URLs
 */
record Flood(List<Seen> seen) {

    /** One sighting; a content without hash is the unknown one of its URL. */
    record Seen(
            String key,
            String url,
            @Nullable String sha256,
            @Nullable String md5,
            Verification verification) {}

    /** What became of one content: its strongest token, none for the unknown one. */
    record Content(@Nullable String token, long sightings, Verification verification) {}

    /** What a URL comes to. */
    record Sum(long sightings, Set<Content> contents) {}

    static Flood of(int reports) {
        var random = new Random(42);
        var urls = reports * 6 / 10;
        var contents = new ArrayList<int[]>();
        for (int url = 0; url < urls; url++) {
            contents.add(new int[] {url, url});
        }
        for (int more = 0; more < reports / 10; more++) {
            contents.add(new int[] {random.nextInt(urls), reports + more});
        }
        var known = contents.size();
        while (contents.size() < reports) {
            contents.add(contents.get(random.nextInt(known)));
        }
        contents.sort((one, other) -> Integer.compare(one[0], other[0]));
        var seen = new ArrayList<Seen>();
        for (var one : contents) {
            seen.add(seen("detection-" + seen.size(), one[0], one[1], random.nextInt(10)));
        }
        return new Flood(List.copyOf(seen));
    }

    private static Seen seen(String key, int url, int content, int hashes) {
        return new Seen(
                key,
                "http://h%d.test/%07d".formatted(url / 10, url),
                hashes == 0 || hashes == 2 ? null : "%064x".formatted(content + 1L),
                hashes == 0 || hashes == 1 ? null : "%032x".formatted(content + 1L),
                content % 3 == 0 ? Verification.VERIFIED : Verification.SUSPECT);
    }

    List<Seen> shuffled() {
        var shuffled = new ArrayList<>(seen);
        Collections.shuffle(shuffled, new Random(7));
        return shuffled;
    }

    /** By URL. Contents that share a hash are one, however many hops it takes. */
    Map<String, Sum> sums(IndexKey index) {
        var byUrl = new TreeMap<String, List<Seen>>();
        seen.forEach(
                one -> byUrl.computeIfAbsent(one.url(), _ -> new ArrayList<>()).add(one));
        var sums = new TreeMap<String, Sum>();
        byUrl.forEach((url, all) -> sums.put(url, new Sum(all.size(), contents(all, index))));
        return sums;
    }

    private static Set<Content> contents(List<Seen> all, IndexKey index) {
        var joined = new HashMap<Set<String>, List<Seen>>();
        for (var one : all) {
            var hashes = hashes(one);
            var together = new ArrayList<>(List.of(one));
            for (var known : List.copyOf(joined.keySet())) {
                if (known.stream().anyMatch(hashes::contains) || (known.isEmpty() && hashes.isEmpty())) {
                    together.addAll(Objects.requireNonNull(joined.remove(known)));
                    hashes.addAll(known);
                }
            }
            joined.put(hashes, together);
        }
        var contents = new HashSet<Content>();
        joined.forEach((hashes, sightings) -> contents.add(content(hashes, sightings, index)));
        return contents;
    }

    private static Set<String> hashes(Seen seen) {
        var hashes = new HashSet<String>();
        if (seen.sha256() != null) {
            hashes.add("sha256:" + seen.sha256());
        }
        if (seen.md5() != null) {
            hashes.add("md5:" + seen.md5());
        }
        return hashes;
    }

    private static Content content(Set<String> hashes, List<Seen> sightings, IndexKey index) {
        // Of the two, the stronger one comes last in the alphabet.
        var token = hashes.isEmpty() ? null : index.token("content", Collections.max(hashes));
        var verified = sightings.stream().anyMatch(one -> one.verification() == Verification.VERIFIED);
        return new Content(token, sightings.size(), verified ? Verification.VERIFIED : Verification.SUSPECT);
    }
}
