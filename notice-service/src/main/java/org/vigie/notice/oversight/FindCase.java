package org.vigie.notice.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.content.SameContent;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.support.validation.InvalidField;
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

    /**
     * The cases of a URL, of an exact hash, or of a reference of a report, a notice, or a case (its id).
     *
     * @throws InvalidField unless one is given, or if it is none
     */
    public List<UUID> by(@Nullable String url, @Nullable String hash, @Nullable String reference) {
        if (Stream.of(url, hash, reference).filter(Objects::nonNull).count() > 1) {
            throw new InvalidField("", "Give only one of url, hash and reference.");
        }
        if (hash != null) {
            var token = tokens.ofHash(hash)
                    .orElseThrow(() -> new InvalidField("/hash", "Must be 32, 40 or 64 hexadecimal digits."));
            return cases.withContent(List.of(token, contents.of(token).token()), MOST);
        }
        if (url != null) {
            var parsed = ReportedUrl.parse(url)
                    .orElseThrow(() -> new InvalidField("/url", "Must be one absolute http or https URL."));
            return cases.withUrl(tokens.of(parsed).url()).stream().toList();
        }
        if (reference != null) {
            var plain = plain(reference);
            return Stream.concat(ofCase(plain), references.stream().flatMap(known -> known.casesOf(plain).stream()))
                    .distinct()
                    .toList();
        }
        throw new InvalidField("", "One of url, hash and reference, or host or partner_reference, is required.");
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
