package org.vigie.notice.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.oversight.SearchCases;
import org.vigie.notice.oversight.SearchCases.AtHand;
import org.vigie.notice.removal.RemovalCase;

/** Finds cases by one thing that a person has at hand, whatever it is. */
@Service
public class LookUp {

    private static final int MOST = 100;
    private static final Pattern HASH = Pattern.compile("(?i)[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?i)\\[?\\s*(R[NP]-[0-9]{4}-[0-9]{8}(/[0-9]+)?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\s*]?");

    private final SearchCases search;
    private final ListCases list;

    LookUp(SearchCases search, ListCases list) {
        this.search = search;
        this.list = list;
    }

    /** What it was taken for. */
    public enum As {
        URL,
        HASH,
        REFERENCE,
        HOST,
        PARTNER_REFERENCE
    }

    /**
     * What was found, at most a hundred cases.
     *
     * @param more whether there are others
     */
    public record Found(As as, List<RemovalCase> cases, boolean more) {

        public Found {
            cases = List.copyOf(cases);
        }
    }

    /**
     * The cases of a URL, of a hash, of a reference of ours, of a host, or else of a partner's reference. A URL or a
     * host may be written as the desk shows it.
     */
    public Found with(String asked) {
        var what = fanged(asked.strip());
        if (HASH.matcher(what).matches()) {
            return found(As.HASH, new AtHand(null, what, null, null, null));
        }
        if (REFERENCE.matcher(what).matches()) {
            return found(As.REFERENCE, new AtHand(null, null, what, null, null));
        }
        if (what.contains("://")) {
            return found(As.URL, new AtHand(what, null, null, null, null));
        }
        var ofHost = found(As.HOST, new AtHand(null, null, null, what, null));
        return ofHost.cases().isEmpty()
                ? found(As.PARTNER_REFERENCE, new AtHand(null, null, null, null, what))
                : ofHost;
    }

    /** The case of a URL; empty if there is none, or it is no URL. */
    public Optional<RemovalCase> ofUrl(String url) {
        return found(As.URL, new AtHand(url, null, null, null, null)).cases().stream()
                .findFirst();
    }

    /** These, as far as they are there, in their order. */
    public List<RemovalCase> these(List<UUID> ids) {
        var known = list.these(ids);
        return ids.stream()
                .flatMap(id -> known.stream().filter(one -> one.caseId().equals(id)))
                .toList();
    }

    /** None if it is nothing that can be looked for. */
    private Found found(As as, AtHand said) {
        return switch (search.search(said, null, MOST)) {
            case SearchCases.Found(var page) ->
                new Found(
                        as,
                        page.cases().stream().limit(MOST).toList(),
                        page.next() != null || page.cases().size() > MOST);
            case SearchCases.Misfit _ -> new Found(as, List.of(), false);
        };
    }

    /** As it was before it was defanged. */
    private static String fanged(String what) {
        return what.replaceFirst("(?i)^hxxp", "http").replace("[.]", ".").replace("[:]", ":");
    }
}
