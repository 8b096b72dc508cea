package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodTests {

    @TempDir
    private Path directory;

    @Test
    void isStartedOnLoopbackInItsDirectoryAndStoppedWithUs() throws IOException {
        var mongod = start(FakeMongod.program(directory));

        mongod.close();

        assertThat(mongod.process().isAlive()).isFalse();
        assertThat(directory.resolve("arguments"))
                .content()
                .contains("--dbpath " + directory.resolve("mongodb"))
                .contains("--bind_ip 127.0.0.1 --port " + mongod.port());
        assertThat(mongod.uri("notice-service")).isEqualTo("mongodb://127.0.0.1:" + mongod.port() + "/notice-service");
    }

    @Test
    void aProcessLeftBehindByAKilledRunIsStoppedFirst() throws IOException {
        var leftBehind = start(FakeMongod.program(directory));

        try (var mongod = start(FakeMongod.program(directory))) {
            assertThat(mongod.process().isAlive()).isTrue();
            assertThat(leftBehind.process().isAlive()).isFalse();
        }
    }

    @Test
    void oneThatEndsAtOnceIsReportedWithWhereToLook() throws IOException {
        var program = FakeMongod.script(directory, "#!/bin/sh\nexit 1\n");

        assertThatThrownBy(() -> start(program))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(program.toString(), "mongod.log");
    }

    private Mongod start(Path program) {
        return Mongod.start(program, directory.resolve("mongodb"), directory);
    }
}
