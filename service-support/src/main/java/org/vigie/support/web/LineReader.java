package org.vigie.support.web;

import org.vigie.support.validation.FieldRules;
import org.vigie.support.validation.InvalidField;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads one of many bodies that came as one, by the rules of a body of its own. */
public final class LineReader {

    private final JsonMapper json;
    private final FieldRules rules;

    LineReader(JsonMapper json, FieldRules rules) {
        this.json = json;
        this.rules = rules;
    }

    /**
     * What the line says.
     *
     * @throws InvalidField for the first field that cannot be accepted, or the whole of what is not JSON
     */
    public <T> T read(String line, Class<T> type) {
        T said;
        try {
            said = json.readValue(line, type);
        } catch (JacksonException e) {
            throw UnreadableBody.field(e).orElseGet(LineReader::notAnObject);
        }
        if (said == null) {
            throw notAnObject();
        }
        rules.check(said);
        return said;
    }

    private static InvalidField notAnObject() {
        return new InvalidField("", "Must be one JSON object.");
    }
}
