package org.vigie.support.web;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** How pages for people are filled in (ADR 48); a service with such a page brings Thymeleaf. */
public final class PageTemplates {

    private PageTemplates() {}

    /**
     * Reads the {@code .html} files beside the class, and their texts from {@code texts_*.properties} beside them.
     *
     * @param more bundles of texts, asked for what is not found there
     */
    public static SpringTemplateEngine beside(Class<?> page, String... more) {
        var folder = page.getPackageName().replace('.', '/') + "/";
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix(folder);
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        var texts = new ResourceBundleMessageSource();
        texts.setBasename(folder + "texts");
        texts.addBasenames(more);
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(texts);
        return engine;
    }
}
