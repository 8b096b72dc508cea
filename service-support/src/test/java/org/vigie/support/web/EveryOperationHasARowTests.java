package org.vigie.support.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.support.access.Matrix;

class EveryOperationHasARowTests {

    private final RequestMappingHandlerMapping operations = new RequestMappingHandlerMapping();
    private final EveryOperationHasARow rule = new EveryOperationHasARow(operations, Matrix.of("no-service"));

    @Test
    void anOperationForAnyMethodHasNone() throws NoSuchMethodException {
        add("/v1/any");

        assertThatThrownBy(rule::check).hasMessageContaining("any method").hasMessageContaining("/v1/any");
    }

    @Test
    void anOperationForOneMethodNeedsOne() throws NoSuchMethodException {
        add("/v1/one", RequestMethod.GET);

        assertThatThrownBy(rule::check).hasMessageContaining("GET").hasMessageContaining("/v1/one");
    }

    @Test
    void whatIsForEverybodyNeedsNone() throws NoSuchMethodException {
        add("/page");

        assertThatCode(rule::check).doesNotThrowAnyException();
    }

    private void add(String path, RequestMethod... methods) throws NoSuchMethodException {
        operations.registerMapping(
                RequestMappingInfo.paths(path).methods(methods).build(),
                this,
                getClass().getDeclaredMethod("handled"));
    }

    void handled() {}
}
