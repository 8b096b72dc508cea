package org.vigie.notice.removal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.support.web.InvalidRequest;
import org.vigie.url.Refanged;
import org.vigie.url.WebUrl;

/** Finds cases by what a person has at hand. */
@Service
public class FindCase {

    private final Cases cases;
    private final PlaceTokens tokens;
    private final List<References> references;

    FindCase(Cases cases, PlaceTokens tokens, List<References> references) {
        this.cases = cases;
        this.tokens = tokens;
        this.references = List.copyOf(references);
    }

    /** Tells which cases a report or a notice belongs to. */
    public interface References {

        /** None if no report or notice has this reference. */
        List<UUID> casesOf(String reference);
    }

    /**
     * The cases of a URL or of a reference of a report or notice.
     *
     * @throws InvalidRequest if neither is given, or the URL is none
     */
    public List<UUID> by(@Nullable String url, @Nullable String reference) {
        if (url != null) {
            var parsed = WebUrl.parse(Refanged.of(url).text())
                    .found()
                    .orElseThrow(() -> new InvalidRequest("/url", "An absolute http or https URL is expected."));
            return cases.findByUrl(tokens.of(parsed).url()).map(RemovalCase::caseId).stream()
                    .toList();
        }
        if (reference != null) {
            return references.stream()
                    .flatMap(known -> known.casesOf(reference).stream())
                    .distinct()
                    .toList();
        }
        throw new InvalidRequest("", "One of url and reference is expected.");
    }
}
