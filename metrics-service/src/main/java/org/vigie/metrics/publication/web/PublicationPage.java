package org.vigie.metrics.publication.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.PublicationRules;
import org.vigie.support.web.PageTemplates;

/**
 * The page everybody may read: {@code publication.html} filled in. It asks nobody else for anything and runs no script.
 */
@Component
class PublicationPage {

    private final PublicationRules rules;
    private final SpringTemplateEngine templates = PageTemplates.beside(PublicationPage.class);

    PublicationPage(PublicationRules rules) {
        this.rules = rules;
    }

    /** Another publication, or another version of the same. */
    private record Link(String path, String period, int version) {

        static Link to(Publication publication, Words words) {
            return new Link(
                    "/" + words.language().code() + PublicationPage.path(publication),
                    words.period(publication.period()),
                    publication.version());
        }
    }

    /** The page while nothing is approved. */
    String empty(Language language) {
        return filled(language, "", Map.of("sentence", "none"));
    }

    /** The page where there is no such publication. */
    String unknown(Language language) {
        return filled(language, "", Map.of("sentence", "unknown"));
    }

    /** A publication, and where the others are. */
    String of(Language language, Publication publication, List<Publication> all, Order order) {
        var words = new Words(language);
        var figures = publication.figures();
        var others = all.stream().filter(other -> !other.equals(publication)).toList();
        var newer = others.stream()
                .filter(other -> other.period().equals(publication.period()))
                .filter(other -> other.version() > publication.version())
                .map(other -> Link.to(other, words))
                .limit(1)
                .toList();
        return filled(
                language,
                path(publication),
                Map.of(
                        "publication", publication,
                        "words", words,
                        "order", order,
                        "named", order.sort(figures.named()),
                        "curves", DrawnCurve.of(figures.types(), words),
                        "rules", rules,
                        "newer", newer,
                        "others",
                                others.stream()
                                        .map(other -> Link.to(other, words))
                                        .toList()));
    }

    private String filled(Language language, String path, Map<String, ?> content) {
        var context = new Context(language.locale());
        context.setVariable("language", language.code());
        context.setVariable("other", language.other().code());
        context.setVariable("path", path);
        content.forEach(context::setVariable);
        return templates.process("publication", context);
    }

    private static String path(Publication publication) {
        return "/" + publication.period().name() + "/" + publication.version();
    }
}
