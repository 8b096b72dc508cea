package org.vigie.support.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** An instant as the contract says it, RFC 3339: a number would be seconds to one and milliseconds to another. */
final class InstantAsText extends StdDeserializer<Instant> {

    InstantAsText() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING) || !hasTime(parser.getString())) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        return InstantDeserializer.INSTANT.deserialize(parser, context);
    }

    private static boolean hasTime(String text) {
        return text.indexOf('T') > 0 || text.indexOf('t') > 0;
    }
}
