package org.vigie.notice.replypage.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.vigie.notice.message.Sender;
import org.vigie.support.web.PageTemplates;

/** Fills in {@code reply.html} and {@code verify.html}. Neither asks anybody else for anything nor runs a script. */
@Component
class ReplyTemplates {

    private final Sender sender;
    private final SpringTemplateEngine templates = PageTemplates.beside(ReplyTemplates.class);

    ReplyTemplates(Sender sender) {
        this.sender = sender;
    }

    /** The page of a link that opens nothing, with the words of that key. */
    String sentence(PageLanguage language, String root, String key) {
        return filled("reply", language, root, Map.of("sentence", key));
    }

    /** @param root where the files of the pages are, from the page */
    String filled(String template, PageLanguage language, String root, Map<String, ?> content) {
        var context = new Context(language.locale());
        context.setVariable("words", language);
        context.setVariable("root", root);
        context.setVariable("title", "title");
        context.setVariable("sender", sender);
        content.forEach(context::setVariable);
        return templates.process(template, context);
    }
}
