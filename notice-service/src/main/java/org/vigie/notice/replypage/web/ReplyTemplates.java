package org.vigie.notice.replypage.web;

import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.vigie.notice.message.Sender;

/** Fills in {@code reply.html} and {@code verify.html}. Neither asks anybody else for anything nor runs a script. */
@Component
class ReplyTemplates {

    private static final String FOLDER = ReplyTemplates.class.getPackageName().replace('.', '/') + "/";

    private final Sender sender;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    ReplyTemplates(Sender sender) {
        this.sender = sender;
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix(FOLDER);
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        templates.setTemplateResolver(files);
        var texts = new ResourceBundleMessageSource();
        texts.setBasename(FOLDER + "texts");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        templates.setTemplateEngineMessageSource(texts);
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
