package org.vigie.support.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Takes no {@code UNKNOWN}: it is what readers make of a word that is newer than they are, and says nothing. */
final class WithoutUnknown extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> reading) {
        return new Words(reading);
    }

    private static final class Words extends DelegatingDeserializer {

        private Words(ValueDeserializer<?> reading) {
            super(reading);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reading) {
            return new Words(reading);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            var read = super.deserialize(parser, context);
            if (read instanceof Enum<?> word && word.name().equals("UNKNOWN")) {
                throw context.weirdStringException("UNKNOWN", word.getDeclaringClass(), "is for readers");
            }
            return read;
        }
    }
}
