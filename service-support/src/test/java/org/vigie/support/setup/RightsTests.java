package org.vigie.support.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTests {

    @Test
    void givesWhatTheLinesSayAndWhatEveryServiceNeeds() {
        var rights =
                Rights.of(List.of(Rights.AclRow.read("producers,write,small"), Rights.AclRow.read("reader,read,kept")));

        assertThat(rights)
                .extracting(right -> right.entry().principal() + " "
                        + right.entry().operation() + " " + right.pattern().resourceType() + " "
                        + right.pattern().name())
                .containsExactlyInAnyOrder(
                        "User:producers WRITE TOPIC small",
                        "User:producers DESCRIBE TOPIC small",
                        "User:reader READ TOPIC kept",
                        "User:reader DESCRIBE TOPIC kept",
                        "User:reader DESCRIBE TOPIC small",
                        "User:reader READ GROUP reader",
                        "User:reader DESCRIBE GROUP reader");
    }
}
