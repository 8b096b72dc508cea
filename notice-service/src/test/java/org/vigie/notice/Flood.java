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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;
import org.vigie.support.seal.IndexKey;

/**
 * Sightings of contents at URLs, and what they come to in any order: six in ten are of a URL of their own, one in ten
 * of the content of another URL at one of these, three in ten repeat one of the former.
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

    /** What became of one content: its name everywhere, none for the unknown one. */
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
            contents.add(new int[] {random.nextInt(urls), random.nextInt(urls)});
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

    /** By URL. Contents that share a hash are one wherever they were seen, however many hops it takes. */
    Map<String, Sum> sums(IndexKey index) {
        var names = names(index);
        var verified = new HashSet<@Nullable String>();
        seen.stream()
                .filter(Flood::isVerified)
                .forEach(one -> hashes(one).forEach(hash -> verified.add(names.get(hash))));
        var byUrl = new TreeMap<String, List<Seen>>();
        seen.forEach(
                one -> byUrl.computeIfAbsent(one.url(), _ -> new ArrayList<>()).add(one));
        var sums = new TreeMap<String, Sum>();
        byUrl.forEach((url, all) -> sums.put(url, new Sum(all.size(), contents(all, names, verified))));
        return sums;
    }

    /** By hash what its content is called: the smallest token of all hashes that are one. */
    private Map<String, String> names(IndexKey index) {
        var same = new HashMap<String, Set<String>>();
        for (var one : seen) {
            var together = new HashSet<>(hashes(one));
            hashes(one).forEach(hash -> together.addAll(same.getOrDefault(hash, Set.of())));
            together.forEach(hash -> same.put(hash, together));
        }
        var names = new HashMap<String, String>();
        same.forEach((hash, together) -> names.put(
                hash,
                Collections.min(together.stream()
                        .map(each -> index.token("content", each))
                        .toList())));
        return names;
    }

    private static Set<Content> contents(List<Seen> all, Map<String, String> names, Set<@Nullable String> verified) {
        var byName = new HashMap<@Nullable String, List<Seen>>();
        for (var one : all) {
            var name = hashes(one).stream().map(names::get).findFirst().orElse(null);
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(one);
        }
        var contents = new HashSet<Content>();
        byName.forEach((name, sightings) -> contents.add(new Content(
                name,
                sightings.size(),
                verified.contains(name) || sightings.stream().anyMatch(Flood::isVerified)
                        ? Verification.VERIFIED
                        : Verification.SUSPECT)));
        return contents;
    }

    private static boolean isVerified(Seen seen) {
        return seen.verification() == Verification.VERIFIED;
    }

    private static List<String> hashes(Seen seen) {
        return Stream.of(
                        seen.sha256() == null ? null : "sha256:" + seen.sha256(),
                        seen.md5() == null ? null : "md5:" + seen.md5())
                .filter(Objects::nonNull)
                .toList();
    }
}
