package org.vigie.notice.oversight;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.oversight.ListCases.Page;
import org.vigie.notice.oversight.ListCases.Wanted;
import org.vigie.notice.removal.CaseFilter;

/** Searches for cases by what a person has at hand. */
@Service
public class SearchCases {

    /** What is at hand: one of URL, hash and reference, or any of the rest. */
    public record AtHand(
            @Nullable String url,
            @Nullable String hash,
            @Nullable String reference,
            @Nullable String host,
            @Nullable String partnerReference) {}

    /** What was found, or why nothing can be looked for. */
    public sealed interface Answer {}

    public record Found(Page page) implements Answer {}

    /** What does not fit. */
    public enum Misfit implements Answer {
        NOTHING_GIVEN,
        SEVERAL_GIVEN,
        GIVEN_BESIDE_OTHERS,
        NO_URL,
        NO_HASH,
        NO_HOST
    }

    private final FindCase find;
    private final ListCases list;

    SearchCases(FindCase find, ListCases list) {
        this.find = find;
        this.list = list;
    }

    /** The cases after the cursor; of those found by URL, hash or reference there is one page. */
    public Answer search(AtHand said, @Nullable UUID after, int limit) {
        var exact = Stream.of(said.url(), said.hash(), said.reference())
                .filter(Objects::nonNull)
                .count();
        if (said.host() != null || said.partnerReference() != null) {
            return exact > 0 ? Misfit.GIVEN_BESIDE_OTHERS : listed(said, after, limit);
        }
        if (exact > 1) {
            return Misfit.SEVERAL_GIVEN;
        }
        if (said.hash() != null) {
            return these(find.withHash(said.hash()), Misfit.NO_HASH);
        }
        if (said.url() != null) {
            return these(find.withUrl(said.url()), Misfit.NO_URL);
        }
        return said.reference() == null
                ? Misfit.NOTHING_GIVEN
                : these(Optional.of(find.withReference(said.reference())), Misfit.NOTHING_GIVEN);
    }

    private Answer these(Optional<List<UUID>> ids, Misfit otherwise) {
        return ids.<Answer>map(some -> new Found(new Page(list.these(some), null)))
                .orElse(otherwise);
    }

    private Answer listed(AtHand said, @Nullable UUID after, int limit) {
        var token = said.host() == null ? null : list.hostToken(said.host()).orElse(null);
        if (said.host() != null && token == null) {
            return Misfit.NO_HOST;
        }
        var wanted = Wanted.ANY.meeting(CaseFilter.ALL.ofHost(token)).ofPartner(said.partnerReference());
        return new Found(list.page(wanted, after, limit));
    }
}
