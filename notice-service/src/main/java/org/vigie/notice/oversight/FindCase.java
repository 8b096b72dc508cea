package org.vigie.notice.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.vigie.notice.content.SameContent;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.url.ReportedUrl;

/** Finds cases by what a person has at hand. */
@Service
public class FindCase {

    private static final int MOST = 1000;
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Cases cases;
    private final PlaceTokens tokens;
    private final SameContent contents;
    private final List<References> references;

    FindCase(Cases cases, PlaceTokens tokens, SameContent contents, List<References> references) {
        this.cases = cases;
        this.tokens = tokens;
        this.contents = contents;
        this.references = List.copyOf(references);
    }

    /** Tells which cases a report or a notice belongs to. */
    public interface References {

        /** None if no report or notice has this reference. */
        List<UUID> casesOf(String reference);
    }

    /** The cases of a URL; empty if it is none. */
    public Optional<List<UUID>> withUrl(String url) {
        return ReportedUrl.parse(url)
                .map(parsed -> cases.withUrl(tokens.of(parsed).url()).stream().toList());
    }

    /** The cases with content of an exact hash; empty if it is none. */
    public Optional<List<UUID>> withHash(String hash) {
        return tokens.ofHash(hash)
                .map(token ->
                        cases.withContent(List.of(token, contents.of(token).token()), MOST));
    }

    /** The cases of a reference of a report, a notice, or a case (its id). */
    public List<UUID> withReference(String reference) {
        var plain = plain(reference);
        return Stream.concat(ofCase(plain), references.stream().flatMap(known -> known.casesOf(plain).stream()))
                .distinct()
                .toList();
    }

    /** As it was given out: a subject's {@code [RN-2026-00000042/3]} and small letters are read, too. */
    private static String plain(String reference) {
        return reference.strip().replaceFirst("^\\[(.*)]$", "$1").strip().toUpperCase(Locale.ROOT);
    }

    private Stream<UUID> ofCase(String reference) {
        return UUID_FORM.matcher(reference).matches()
                ? cases.find(UUID.fromString(reference)).map(RemovalCase::caseId).stream()
                : Stream.empty();
    }
}
