package org.vigie.notice.content;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.support.work.Optimistic;

/**
 * Tells which exact hashes are one content, and what is held of it. Every write is of one document, tokens only ever
 * give way to smaller ones, and each write may be repeated: the order of reports, who applies them and a crash between
 * two writes make no difference to what is one in the end, and under which name.
 */
@Service
public class SameContent {

    private final Contents contents;
    private final ContentQueue queue;

    public SameContent(Contents contents, ContentQueue queue) {
        this.contents = contents;
        this.queue = queue;
    }

    /** The same of hashes of which nothing more is said. */
    public Content join(Collection<String> tokens) {
        return join(tokens, null);
    }

    /**
     * Hashes that were seen on one unit are one content from now on. Cases that know it by another name are told soon.
     *
     * @param tokens keyed tokens of its exact hashes, at least one
     * @param said of it, held unless what is held already prevails; absent if nothing is said
     * @return the content
     */
    public Content join(Collection<String> tokens, @Nullable Verdict said) {
        var known = tokens.stream().flatMap(token -> named(token).stream()).toList();
        var made = known.isEmpty() ? made(tokens, said) : Optional.<Content>empty();
        if (made.isPresent()) {
            return made.get();
        }
        var isOne = known.size() == tokens.size()
                && known.stream().map(Content::token).distinct().count() == 1;
        var one = isOne ? known.getFirst() : linked(tokens);
        return said == null ? one : hold(one, said);
    }

    /** A content of which nobody knew a hash; empty if somebody was faster. */
    private Optional<Content> made(Collection<String> tokens, @Nullable Verdict said) {
        var name = Content.named(Collections.min(tokens));
        var held = said != null && said.prevailsOver(null) ? name.holding(said) : name;
        var made = contents.save(held);
        made.ifPresent(one -> linkOthers(tokens, one.token()));
        return made;
    }

    private Content linked(Collection<String> tokens) {
        var name = tokens.stream()
                .map(token -> named(token).map(Content::token).orElse(token))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        link(name, name);
        linkOthers(tokens, name);
        return of(name);
    }

    private void linkOthers(Collection<String> tokens, String name) {
        tokens.stream().filter(token -> !token.equals(name)).forEach(token -> link(token, name));
    }

    /** The content that the token names, or gave way to; one that nobody saw is named by the token itself. */
    public Content of(String token) {
        return named(token).orElseGet(() -> Content.named(token));
    }

    /**
     * Holds what was said of a content, unless what is held already prevails. Its cases hear when the queue is told.
     *
     * @return the content
     */
    public Content hold(String token, Verdict said) {
        return Optimistic.change(() -> held(of(token), said));
    }

    /** Holds nothing any more that only reports said; what an assessor decided stands. */
    public void forgetReported(String token) {
        Optimistic.change(() -> {
            var known = of(token);
            var held = known.standing();
            return held == null || held.decidedBy() != null ? Optional.of(known) : contents.save(known.suspected());
        });
    }

    private Content hold(Content read, Verdict said) {
        return held(read, said).orElseGet(() -> hold(read.token(), said));
    }

    private Optional<Content> held(Content known, Verdict said) {
        return said.prevailsOver(known.standing()) ? contents.save(known.holding(said)) : Optional.of(known);
    }

    private Optional<Content> named(String token) {
        var known = contents.find(token);
        while (known.isPresent() && known.get().into() != null) {
            known = contents.find(known.get().into());
        }
        return known;
    }

    private void link(String token, String name) {
        Optimistic.change(() -> {
            var known = named(token);
            if (known.isEmpty()) {
                return contents.save(Content.of(token, name));
            }
            var one = known.get();
            var other = of(name);
            if (one.token().equals(other.token())) {
                return Optional.of(one);
            }
            var isLarger = one.token().compareTo(other.token()) > 0;
            var given = isLarger ? one.givingWay(other.token()) : other.givingWay(one.token());
            contents.save(given).ifPresent(gone -> queue.tell(gone.token()));
            return Optional.empty();
        });
    }
}
