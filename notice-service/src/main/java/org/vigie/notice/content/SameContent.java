package org.vigie.notice.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
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

    /**
     * Hashes that were seen on one unit are one content from now on. Cases that know it by another name are told soon.
     *
     * @param tokens keyed tokens of its exact hashes, at least one
     * @return the content
     */
    public Content join(Collection<String> tokens) {
        var name = tokens.stream()
                .map(token -> named(token).map(Content::token).orElse(token))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        link(name, name);
        tokens.stream().filter(token -> !token.equals(name)).forEach(token -> link(token, name));
        return of(name);
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
        return Optimistic.change(() -> {
            var known = of(token);
            if (!said.prevailsOver(known.standing())) {
                return Optional.of(known);
            }
            var held = known.holding(said);
            return contents.save(held) ? Optional.of(held) : Optional.empty();
        });
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
                var made = Content.of(token, name);
                return contents.save(made) ? Optional.of(made) : Optional.empty();
            }
            var one = known.get();
            var other = of(name);
            if (one.token().equals(other.token())) {
                return Optional.of(one);
            }
            var isLarger = one.token().compareTo(other.token()) > 0;
            var given = isLarger ? one.givingWay(other.token()) : other.givingWay(one.token());
            if (contents.save(given)) {
                queue.tell(given.token());
            }
            return Optional.empty();
        });
    }
}
