package org.vigie.testing;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Arguments of the right type for a method, again and again: with all that may be absent, with none of it, and with
 * each alone.
 */
final class SampleArguments {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final List<Object> MADE_UP =
            List.of(ID, ID.toString(), Instant.EPOCH, Duration.ofDays(1), 10, 10L, true);

    private static final int ALL = -1;
    private static final int NONE = -2;

    private final int only;
    private int met;

    private SampleArguments(int only) {
        this.only = only;
    }

    /** Every such list of arguments; empty if a type of the method is not among those that can be made up. */
    static List<@Nullable Object[]> of(Method method) {
        var all = new SampleArguments(ALL);
        var samples = new ArrayList<@Nullable Object[]>();
        all.addTo(samples, method);
        if (!samples.isEmpty() && all.met > 0) {
            new SampleArguments(NONE).addTo(samples, method);
            for (int each = 0; each < all.met; each++) {
                new SampleArguments(each).addTo(samples, method);
            }
        }
        return samples;
    }

    private void addTo(List<@Nullable Object[]> samples, Method method) {
        var types = method.getGenericParameterTypes();
        var made = new @Nullable Object[types.length];
        if (fill(made, types, method.getAnnotatedParameterTypes())) {
            samples.add(made);
        }
    }

    /** Whether each that is given could be made up. */
    private boolean fill(@Nullable Object[] made, Type[] types, AnnotatedType[] annotated) {
        for (int i = 0; i < made.length; i++) {
            if (given(annotated[i])) {
                made[i] = of(types[i]);
                if (made[i] == null) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean given(AnnotatedType type) {
        if (!type.isAnnotationPresent(Nullable.class)) {
            return true;
        }
        int slot = met++;
        return only == ALL || only == slot;
    }

    private @Nullable Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return type instanceof Class<?> plain ? of(plain, new Type[0]) : null;
    }

    private @Nullable Object of(Class<?> type, Type[] arguments) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class || type == Collection.class || type == Set.class) {
            var one = of(arguments[0]);
            return one == null ? null : type == Set.class ? Set.of(one) : List.of(one);
        }
        if (type == Map.class) {
            var key = of(arguments[0]);
            var value = of(arguments[1]);
            return key == null || value == null ? null : Map.of(key, value);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return of(type.getPermittedSubclasses()[0]);
        }
        return type.isInterface() ? nothing(type) : simple(type);
    }

    private static @Nullable Object simple(Class<?> type) {
        return MADE_UP.stream()
                .filter(each -> ClassUtils.isAssignableValue(type, each))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Object record(Class<?> type) {
        var components = List.of(type.getRecordComponents());
        var made = new @Nullable Object[components.size()];
        if (!fill(
                made,
                components.stream().map(RecordComponent::getGenericType).toArray(Type[]::new),
                components.stream().map(RecordComponent::getAnnotatedType).toArray(AnnotatedType[]::new))) {
            return null;
        }
        try {
            var constructor = type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(made);
        } catch (ReflectiveOperationException _) {
            return null;
        }
    }

    private static Object nothing(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> null);
    }
}
