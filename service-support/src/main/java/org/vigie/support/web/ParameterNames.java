package org.vigie.support.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import tools.jackson.databind.PropertyNamingStrategies;

/** Parameters that are bound as one record have the names of its components as JSON would have them. */
@ControllerAdvice
class ParameterNames {

    @InitBinder
    void inSnakeCase(WebDataBinder binder) {
        binder.setNameResolver(parameter -> {
            var name = parameter.getParameterName();
            return name == null ? null : of(name);
        });
    }

    /** {@code changed_since} for {@code changedSince}. */
    static String of(String component) {
        return PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component);
    }
}
