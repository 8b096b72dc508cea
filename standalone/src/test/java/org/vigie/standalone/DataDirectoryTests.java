package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    private Path directory;

    @Test
    void isNamedByItsSettingWhereItCannotBeUsed() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("below")))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("VIGIE_DATA: ");
    }

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
