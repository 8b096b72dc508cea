package org.vigie.notice;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.support.access.CallerRole;
import org.vigie.testing.ExplainedContract;
import org.vigie.testing.RefusedCallers;
import org.vigie.testing.RefusedFields;
import org.vigie.testing.RefusedParameters;

/** The interface explains itself. */
@ServiceTest
class OpenApiTests {

    @LocalServerPort
    private int port;

    @Test
    void explainsItsInterface() {
        ExplainedContract.check(port);
    }

    @Test
    void refusesParametersThatAreUnknownOrOutOfRange() {
        RefusedParameters.check(port);
    }

    @Test
    void refusesFieldsThatItsDescriptionForbids() {
        RefusedFields.check(port);
    }

    @Test
    void answersOnlyWhoMayDoIt() {
        RefusedCallers.check(port, CallerRole.words());
    }
}
