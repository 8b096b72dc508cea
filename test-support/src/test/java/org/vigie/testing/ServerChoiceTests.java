package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerChoiceTests {

    @Test
    void aNamedServerOutweighsEverything() {
        assertThat(ServerChoice.of("127.0.0.1:9092", true, "image"))
                .isEqualTo(new ServerChoice.Named("127.0.0.1:9092"));
    }

    @Test
    void containersAreUsedWhenAskedFor() {
        assertThat(ServerChoice.of(null, true, "image")).isEqualTo(new ServerChoice.Container("image"));
    }

    @Test
    void otherwiseServersAreInThisJvm() {
        assertThat(ServerChoice.of(" ", false, "image")).isEqualTo(new ServerChoice.InThisJvm());
    }

    @Test
    void aDatabaseIsPutIntoAConnectionString() {
        assertThat(TestMongo.withDatabase("mongodb://a:1,b:2/?replicaSet=rs", "d"))
                .isEqualTo("mongodb://a:1,b:2/d?replicaSet=rs");
        assertThat(TestMongo.withDatabase("mongodb://a:1/other", "d")).isEqualTo("mongodb://a:1/d");
        assertThat(TestMongo.withDatabase("mongodb://a:1", "d")).isEqualTo("mongodb://a:1/d");
    }

    @Test
    void aWrongConnectionStringIsNotRepeated() {
        assertThatThrownBy(() -> TestMongo.withDatabase("secret", "d"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
