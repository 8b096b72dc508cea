package org.vigie.support.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How events are written and read: snake_case, absent fields left out; fields and enum values that this build does not
 * know are passed over, so that newer writers and older readers understand each other. A number that is missing, a text
 * where a number belongs or the other way round, and a field given twice are not read at all: nobody knows what was
 * meant.
 */
public final class EventJson {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfigDefaults(EventJson::strictly)
            .withCoercionConfig(LogicalType.Textual, EventJson::strictly)
            // A ratio of 1 may be written without a point.
            .withCoercionConfig(
                    LogicalType.Float, to -> to.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    private EventJson() {}

    private static void strictly(MutableCoercionConfig to) {
        for (var shape : CoercionInputShape.values()) {
            to.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** As UTF-8 bytes. */
    public static byte[] write(Object snapshot) {
        return MAPPER.writeValueAsBytes(snapshot);
    }
}
