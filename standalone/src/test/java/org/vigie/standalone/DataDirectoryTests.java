package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    private Path directory;

    @Test
    void isUsedByOneRunAtATime() {
        try (var _ = DataDirectory.open(directory)) {
            assertThatThrownBy(() -> DataDirectory.open(directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll(directory.toString(), "in use", "VIGIE_DATA");
        }

        try (var again = DataDirectory.open(directory)) {
            assertThat(again.logs()).isDirectory();
        }
    }
}
