package org.vigie.standalone;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which store a run uses. A data directory stays with the kind it began with: another one would start empty. */
record Stores(Settings settings, DataDirectory data, PrintStream console) {

    private static final String FORMER = "stand-in.mv";

    /** A named server, else a mongod to start, else the embedded store. */
    Store open() {
        return settings.mongoUri()
                .<Store>map(NamedStore::of)
                .orElseGet(() -> settings.keptInMemory() ? Inside.inMemory() : ownStore());
    }

    private Store ownStore() {
        if (Files.exists(data.path().resolve(FORMER))) {
            throw new CannotStart("The data directory " + data.path()
                    + " holds the store of an earlier version, which this one cannot read: use another VIGIE_DATA.");
        }
        var given = settings.mongod().map(Stores::executable);
        if (Files.exists(inside())) {
            if (given.isPresent()) {
                throw new CannotStart("The data directory " + data.path()
                        + " began with the embedded store, which VIGIE_MONGOD would hide: use another VIGIE_DATA.");
            }
            return openInside();
        }
        var mongod = given.or(this::onPath);
        if (mongod.isPresent()) {
            return Mongod.start(mongod.get(), mongodDirectory(), data.logs());
        }
        if (Files.exists(mongodDirectory())) {
            throw new CannotStart("The data directory " + data.path()
                    + " began with a mongod, and none is on the PATH now: set VIGIE_MONGOD to it.");
        }
        return openInside();
    }

    private Store openInside() {
        if (settings.mode() == Mode.PRODUCTION) {
            throw new CannotStart(
                    "VIGIE_MODE=production needs a real MongoDB, because the embedded store may lose writes in a"
                            + " power cut: set VIGIE_MONGO_URI or VIGIE_MONGOD.");
        }
        return Inside.open(inside(), console);
    }

    private Path inside() {
        return data.path().resolve("store");
    }

    private Path mongodDirectory() {
        return data.path().resolve("mongodb");
    }

    private static Path executable(String mongod) {
        var binary = Path.of(mongod).toAbsolutePath();
        if (!Files.isRegularFile(binary) || !Files.isExecutable(binary)) {
            throw new CannotStart("VIGIE_MONGOD names no program that can be run: " + binary);
        }
        return binary;
    }

    private Optional<Path> onPath() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(settings.get("PATH").orElse(""))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "mongod"))
                .filter(binary -> Files.isRegularFile(binary) && Files.isExecutable(binary))
                .findFirst();
    }
}
