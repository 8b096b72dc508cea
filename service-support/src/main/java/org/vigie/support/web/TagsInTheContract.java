package org.vigie.support.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Names the groups of operations for people and for clients that are generated: {@code tag.report-controller} says
 * {@code Reports: what it is about}. A group of which nothing is said keeps the name of its class.
 */
final class TagsInTheContract implements GlobalOpenApiCustomizer {

    private final ContractWords words;

    TagsInTheContract(ContractWords words) {
        this.words = words;
    }

    @Override
    public void customise(OpenAPI api) {
        var named = new TreeMap<String, Tag>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getTags() != null)
                .forEach(operation -> operation.setTags(operation.getTags().stream()
                        .map(group -> named(group, named))
                        .toList()));
        api.setTags(List.copyOf(named.values()));
    }

    private String named(String group, Map<String, Tag> known) {
        var said = words.of("tag." + group);
        var parts = said == null ? new String[] {group} : said.split(": ", 2);
        known.computeIfAbsent(parts[0], name -> new Tag().name(name).description(parts.length > 1 ? parts[1] : null));
        return parts[0];
    }
}
