package org.vigie.notice.message.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.Role;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.support.events.EventJson;

/** Which laws a notice names, by the addressee's country and role: a dated, sourced file, to be reviewed by counsel. */
final class LegalBasis {

    private static final String FILE = "legal-basis.json";

    private final Rules rules;

    private LegalBasis(Rules rules) {
        this.rules = rules;
        for (var rule : rules.rules()) {
            List.of(NoticeLanguage.values()).forEach(rule::in); // fails at the start where words are missing
        }
    }

    static LegalBasis load() {
        try (var in = LegalBasis.class.getResourceAsStream(FILE)) {
            return new LegalBasis(EventJson.MAPPER.readValue(Objects.requireNonNull(in, FILE), Rules.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the file's order; empty if no rule is known, and for material that is not criminal everywhere. */
    List<Basis> of(NoticeFacts facts) {
        var criminal = facts.items().stream()
                .flatMap(item -> item.contents().stream())
                .anyMatch(content -> content.category() == Category.CSAM);
        if (!criminal || !facts.kind().asksForRemoval()) {
            return List.of();
        }
        var bases = new ArrayList<Basis>();
        for (var rule : rules.rules()) {
            if (rule.roles().contains(facts.recipient().role())
                    && concerns(rule, facts.recipient().country())) {
                bases.add(rule.in(facts.language()));
            }
        }
        return bases;
    }

    private boolean concerns(Rule rule, @Nullable String country) {
        return country != null
                && rule.countries().stream()
                        .anyMatch(named -> named.equals(country)
                                || rules.groups().getOrDefault(named, Set.of()).contains(country));
    }

    /** A law by name, and what it means for the addressee. */
    record Basis(String law, String text) {}

    private record Rules(String asOf, @Nullable String reviewedBy, Map<String, Set<String>> groups, List<Rule> rules) {}

    private record Rule(
            String id,
            Set<String> countries,
            Set<Role> roles,
            Map<String, String> law,
            String source,
            Map<String, String> text) {

        Basis in(NoticeLanguage language) {
            return new Basis(said(law, language), said(text, language));
        }

        private String said(Map<String, String> words, NoticeLanguage language) {
            return Objects.requireNonNull(
                    words.get(language.code()), () -> "%s: %s lacks %s".formatted(FILE, id, language.code()));
        }
    }
}
