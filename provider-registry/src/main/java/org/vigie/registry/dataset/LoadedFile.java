package org.vigie.registry.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The edition of a data set that an operator loaded: one file in the data directory, put there whole or not at all.
 *
 * @param <T> what the data set is read into
 */
public final class LoadedFile<T> implements Current.Newer<T> {

    /** Reads an edition in any form we know. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /** Writes an edition in the form it is kept in. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T edition, Path source, OutputStream target) throws IOException;
    }

    private final Path file;
    private final Reader<T> reader;
    private final Writer<T> writer;
    private final AtomicReference<@Nullable FileTime> seen = new AtomicReference<>();

    /**
     * A file below a data directory.
     *
     * @param name of the file
     */
    public LoadedFile(Path data, String name, Reader<T> reader, Writer<T> writer) {
        this(data.resolve("data-sets").resolve(name), reader, writer);
    }

    private LoadedFile(Path file, Reader<T> reader, Writer<T> writer) {
        this.file = file;
        this.reader = reader;
        this.writer = writer;
    }

    /** A file that the operator names and keeps. */
    public static <T> LoadedFile<T> named(Path file, Reader<T> reader) {
        return new LoadedFile<>(file, reader, (_, _, _) -> {});
    }

    /** A file that is kept as it was given. */
    public static <T> LoadedFile<T> asGiven(Path data, String name, Reader<T> reader) {
        return new LoadedFile<>(data, name, reader, (_, source, target) -> Files.copy(source, target));
    }

    /**
     * What stands in the file now; {@link #look()} gives what it is changed to later.
     *
     * @throws BrokenDataSet if it cannot be used
     * @throws IOException if it cannot be read
     */
    public T first() throws IOException {
        seen.set(Files.getLastModifiedTime(file));
        return read(file);
    }

    @Override
    public Optional<T> look() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var modified = Files.getLastModifiedTime(file);
            return modified.equals(seen.getAndSet(modified)) ? Optional.empty() : Optional.of(read(file));
        } catch (IOException _) {
            throw new BrokenDataSet("the loaded file cannot be read");
        }
    }

    /** This file as the place where newer editions of a data set are put. */
    public Loadable of(String name, Current<T> current) {
        return new Loadable() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public DataSet load(Path source) throws IOException {
                var next = read(source);
                current.check(next);
                keep(next, source);
                return current.describe(next);
            }
        };
    }

    private T read(Path source) throws IOException {
        try {
            return reader.read(source);
        } catch (CharacterCodingException _) {
            throw new BrokenDataSet("it is no UTF-8");
        }
    }

    private void keep(T edition, Path source) throws IOException {
        var directory = Objects.requireNonNull(file.getParent());
        Files.createDirectories(directory);
        var next = Files.createTempFile(directory, "loading", ".tmp");
        try {
            try (var out = Files.newOutputStream(next)) {
                writer.write(edition, source, out);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }
}
