package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameBasedIdTests {

    /** As Python's uuid.uuid5 answers. */
    @Test
    void isTheSameIdAsAnotherImplementationGives() {
        assertThat(NameBasedId.of("HOST", "Exämple")).hasToString("1a4d6a31-07c6-502b-a7df-c51186a3ebd0");
    }
}
