package org.vigie.events;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/**
 * What the annotations of a component allow, as its schema writes it; the strictest of several, {@code none} if none.
 */
record Range(String minimum, String maximum, String maxLength) {

    static Range of(RecordComponent component) {
        try {
            return of(component.getDeclaringRecord().getDeclaredField(component.getName()));
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static Range of(AnnotatedElement field) {
        var size = field.getAnnotation(Size.class);
        return new Range(
                Stream.concat(
                                all(field, Min.class).map(Min::value),
                                clocked(field).map(_ -> 0L))
                        .max(Long::compare)
                        .map(Object::toString)
                        .orElse("none"),
                all(field, Max.class)
                        .map(Max::value)
                        .min(Long::compare)
                        .map(Object::toString)
                        .orElse("none"),
                size == null ? "none" : Integer.toString(size.max()));
    }

    private static Stream<Class<?>> clocked(AnnotatedElement field) {
        return Stream.of(field.getAnnotations())
                .<Class<?>>map(Annotation::annotationType)
                .filter(type -> type == Version.class || type == Passed.class);
    }

    private static <A extends Annotation> Stream<A> all(AnnotatedElement field, Class<A> wanted) {
        return Stream.concat(Stream.of(field), Stream.of(field.getAnnotations()).map(Annotation::annotationType))
                .flatMap(element -> Stream.of(element.getAnnotationsByType(wanted)));
    }
}
