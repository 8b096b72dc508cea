package org.vigie.registry.dataset.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableFile;
import org.vigie.registry.dataset.AsTableReader.Care;
import org.vigie.registry.dataset.AsTableStore;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.CurrentAsTable.Newer;

/** The table that an operator loaded: one file in the data directory, put there whole or not at all. */
final class LoadedAsTable implements AsTableStore, Newer {

    private final Path file;
    private final AtomicReference<@Nullable FileTime> seen = new AtomicReference<>();

    LoadedAsTable(Path data) {
        this.file = data.resolve("data-sets").resolve("as-table.gz");
    }

    @Override
    public AsTable read(Path source) throws IOException {
        return AsTableFormats.read(source, Care.STRICT);
    }

    @Override
    public void keep(AsTable table) throws IOException {
        var directory = Objects.requireNonNull(file.getParent());
        Files.createDirectories(directory);
        var next = Files.createTempFile(directory, "as-table", ".tmp");
        try {
            try (var out = Files.newOutputStream(next)) {
                AsTableFile.write(table, Objects.requireNonNull(table.edition().dated()), out);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    @Override
    public Optional<AsTable> look() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var modified = Files.getLastModifiedTime(file);
            return modified.equals(seen.getAndSet(modified)) ? Optional.empty() : Optional.of(read(file));
        } catch (IOException _) {
            throw new BrokenDataSet("the loaded table cannot be read");
        }
    }
}
