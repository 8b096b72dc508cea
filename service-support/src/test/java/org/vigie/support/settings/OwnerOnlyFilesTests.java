package org.vigie.support.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that cannot be used is named by the setting that chose it. */
class OwnerOnlyFilesTests {

    @Test
    void aDirectoryThatCannotBeWrittenIsAWrongSetting(@TempDir Path there) throws IOException {
        var file = Files.createFile(there.resolve("file"));

        for (var unusable : new Path[] {file, file.resolve("below")}) {
            assertThatThrownBy(() -> OwnerOnlyFiles.locked("VIGIE_DATA", unusable, () -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("VIGIE_DATA: expected a directory that can be written");
        }
    }
}
