package org.vigie.support.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * An instant as the contract says it, RFC 3339, of the years 1970 to 9999: a number would be seconds to one and
 * milliseconds to another, and what lies further away cannot be kept everywhere.
 */
final class InstantAsText extends StdDeserializer<Instant> {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    InstantAsText() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING) || !hasTime(parser.getString())) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
        }
        var read = InstantDeserializer.INSTANT.deserialize(parser, context);
        if (read != null && (read.isBefore(Instant.EPOCH) || read.isAfter(LAST))) {
            throw context.weirdStringException(parser.getString(), Instant.class, "out of range");
        }
        return read;
    }

    private static boolean hasTime(String text) {
        return text.indexOf('T') > 0 || text.indexOf('t') > 0;
    }
}
