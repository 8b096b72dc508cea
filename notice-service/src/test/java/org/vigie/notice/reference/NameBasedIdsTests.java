package org.vigie.notice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameBasedIdsTests {

    /** As Python's uuid.uuid5 answers. */
    @Test
    void isTheSameIdAsAnotherImplementationGives() {
        assertThat(NameBasedIds.of("case", "partner", 7)).hasToString("4eafd1a8-44dd-5ea9-bedd-9564498608a4");
    }
}
