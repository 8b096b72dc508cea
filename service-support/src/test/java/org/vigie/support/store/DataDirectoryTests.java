package org.vigie.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;

/** A production that keeps nothing in its data directory yet is healthy. */
class DataDirectoryTests {

    @Test
    void isMadeSoThatItsDiskIsNotTakenForFull(@TempDir Path there) throws Exception {
        var data = there.resolve("data");
        var settings = new VigieSettings(Mode.PRODUCTION, data, null, 1, null, List.of(), List.of());
        var disk = new DiskSpaceHealthIndicator(data.toFile(), DataSize.ofMegabytes(1));
        assertThat(disk.health().getStatus()).isEqualTo(Status.DOWN);

        new StoreConfiguration().dataDirectory(settings).afterPropertiesSet();

        assertThat(disk.health().getStatus()).isEqualTo(Status.UP);
    }
}
