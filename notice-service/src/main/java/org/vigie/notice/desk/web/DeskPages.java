package org.vigie.notice.desk.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.vigie.notice.message.Sender;
import org.vigie.support.web.PageTemplates;

/** Fills in the desk's templates. Each works without a script; none asks anybody else for anything. */
@Component
class DeskPages {

    private final Sender sender;
    private final SpringTemplateEngine templates = PageTemplates.beside(DeskPages.class);

    DeskPages(Sender sender) {
        this.sender = sender;
    }

    /** There is no such case, notice or task. */
    ResponseEntity<String> notFound(Visitor visitor) {
        return DeskAnswer.page(HttpStatus.NOT_FOUND, filled("absent", visitor, Map.of()));
    }

    String filled(String template, Visitor visitor, Map<String, ?> content) {
        var context = new Context(visitor.words().locale());
        context.setVariable("visitor", visitor);
        context.setVariable("words", visitor.words());
        context.setVariable("root", visitor.root());
        context.setVariable("sender", sender);
        content.forEach(context::setVariable);
        return templates.process(template, context);
    }
}
