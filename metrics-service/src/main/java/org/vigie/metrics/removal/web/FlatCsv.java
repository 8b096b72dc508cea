package org.vigie.metrics.removal.web;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.vigie.metrics.definition.Csv;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is no table as CSV: a line for each number, named by its path in the JSON. */
@Component
class FlatCsv {

    private final JsonMapper json;

    FlatCsv(JsonMapper json) {
        this.json = json;
    }

    String of(Object view) {
        var csv = new Csv();
        csv.line(Arrays.asList("indicator", "value"));
        add("", json.valueToTree(view), csv);
        return csv.toString();
    }

    private static void add(String path, JsonNode node, Csv csv) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> add(path.isEmpty() ? name : path + "." + name, value, csv));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(path + "." + i, node.get(i), csv);
            }
        } else if (!node.isNull()) {
            csv.line(Arrays.asList(path, node.isNumber() ? node.numberValue() : node.asString()));
        }
    }
}
