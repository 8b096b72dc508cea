package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.message.NoticeKind;

/** What is known of a case's content from other cases: who was told of it before, and where else it is. */
@Service
public class Recurrence {

    /** So many earlier notices are named in a new one, the latest ones. */
    private static final int NAMED = 10;

    private static final int CASES = 100;

    private final Cases cases;

    Recurrence(Cases cases) {
        this.cases = cases;
    }

    /** A notice about the same content, for another case, that the provider had. */
    private record Earlier(String reference, Instant at) {}

    /** Notes with a new wish what it repeats; a wish that was looked at stays as it is. */
    public RemovalCase noted(RemovalCase known) {
        var wish = known.pending();
        if (wish == null || wish.earlier() != null) {
            return known;
        }
        if (wish.kind() == NoticeKind.REMINDER
                || !wish.kind().asksForRemoval()
                || tokens(known).isEmpty()) {
            return known.byNotices().repeating(List.of(), 0);
        }
        var elsewhere = elsewhere(known).size();
        var earlier = elsewhere == 0
                ? List.<String>of()
                : references(known, wish.addressee().providerId());
        return known.byNotices().repeating(earlier, elsewhere);
    }

    /** Other cases with content of this one, at most a hundred. */
    public List<UUID> elsewhere(RemovalCase known) {
        var tokens = tokens(known);
        return tokens.isEmpty()
                ? List.of()
                : cases.withContent(tokens, CASES).stream()
                        .filter(id -> !id.equals(known.caseId()))
                        .toList();
    }

    private List<String> references(RemovalCase known, UUID providerId) {
        var tokens = tokens(known);
        return cases.signalledTo(providerId, tokens, CASES).stream()
                .filter(other -> !other.caseId().equals(known.caseId()))
                .flatMap(other -> other.pursuit().contacted().stream()
                        .filter(rung -> rung.addressee().providerId().equals(providerId) && !rung.retracted())
                        .filter(rung -> names(other, rung, tokens))
                        .map(rung -> new Earlier(rung.reference(), rung.firstHandoverAt())))
                .sorted(Comparator.comparing(Earlier::at).reversed().thenComparing(Earlier::reference))
                .map(Earlier::reference)
                .distinct()
                .limit(NAMED)
                .sorted()
                .toList();
    }

    private static boolean names(RemovalCase other, ContactedAddressee rung, Collection<String> tokens) {
        return other.contents().stream()
                .filter(unit -> rung.named().stream().anyMatch(unit::isCalled))
                .anyMatch(unit -> unit.isOneOf(tokens));
    }

    private static List<String> tokens(RemovalCase known) {
        return known.evidence().verified().stream()
                .map(ContentUnit::token)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
