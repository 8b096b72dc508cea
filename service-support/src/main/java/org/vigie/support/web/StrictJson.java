package org.vigie.support.web;

import static tools.jackson.databind.cfg.CoercionAction.Fail;

import java.time.Instant;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How what people and programs hand in is read, over HTTP and by commands. */
public final class StrictJson {

    private StrictJson() {}

    /**
     * A field that is not known is an error here: a mistyped one would be lost without a word. So is a value of another
     * type than is asked for, even if it could be read as one.
     */
    public static JsonMapper.Builder configure(JsonMapper.Builder json) {
        return json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new InstantAsText())
                        .setDeserializerModifier(new WithoutUnknown()))
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfigDefaults(config -> config.setCoercion(CoercionInputShape.EmptyString, Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Boolean, Fail)
                                .setCoercion(CoercionInputShape.Integer, Fail)
                                .setCoercion(CoercionInputShape.Float, Fail));
    }
}
