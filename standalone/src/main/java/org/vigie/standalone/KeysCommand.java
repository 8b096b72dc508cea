package org.vigie.standalone;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.KeysetDirectory;
import org.vigie.support.settings.OwnerOnlyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie keys}: makes and rotates the keysets of {@code VIGIE_KEYS}, and says how they are. Prints no key. */
@Command(name = "keys", description = "Makes, rotates and checks the keysets.")
final class KeysCommand {

    private static final String INDEX = "index";
    private static final String KEYSET_ID = "keyset";
    private static final String WHY = "Recorded in the audit: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.";
    private static final String KEYSET = "location, inbound-private or store-SERVICE.";
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int ROUNDS = 30;

    /** Why somebody changes a keyset. */
    enum Reason {
        /** It was time. */
        SCHEDULED,
        /** Somebody may know a key. */
        EXPOSED,
        /** Who could read a key is here no more. */
        LEFT
    }

    private final Settings settings;
    private final Path directory;
    private final PrintStream output;
    private final PrintStream errors;

    KeysCommand(Settings settings, PrintStream output, PrintStream errors) {
        this.settings = settings;
        this.directory = settings.keys();
        this.output = output;
        this.errors = errors;
    }

    @Command(description = "Makes the keysets that VIGIE_KEYS lacks; what is there stays.")
    int make() {
        return changing(() -> {
            if (settings.mode() == Mode.PRODUCTION && EvaluationKeys.madeHere(directory)) {
                return refused("an evaluation made the keysets of this directory; production needs others");
            }
            var missing = files().missing(KeysetDirectory.SERVICES);
            AuditCommand.record(
                    settings,
                    "keys make",
                    missing.stream().map(name -> Map.of(KEYSET_ID, name)).toList());
            files().makeMissing(KeysetDirectory.SERVICES);
            missing.forEach(name -> output.println("made " + name + ".json"));
            output.println(missing.size() + " keysets made. Keep a copy apart from the databases: without them what is"
                    + " stored cannot be read.");
            return Vigie.DONE;
        });
    }

    @Command(
            description = "Has a new key seal. Nothing stops meanwhile: every service reads the new key before the"
                    + " first seals with it. What ended in between goes on when it is called again.")
    int rotate(
            @Parameters(paramLabel = "KEYSET", description = KEYSET) String keyset,
            @Option(names = "--alone", description = "No service is running: ask none.") boolean alone,
            @Option(names = "--reason", defaultValue = "SCHEDULED", paramLabel = "WHY", description = WHY)
                    Reason reason) {
        if (!isRotated(keyset)) {
            return Vigie.MISUSED;
        }
        return changing(() -> {
            var keys = files().keys(keyset);
            var newest = keys.readable().getLast();
            AuditCommand.record(
                    settings,
                    "keys rotate",
                    List.of(Map.of(KEYSET_ID, keyset, "sealing", keys.primary(), "reason", reason.name())));
            var added = newest.equals(keys.primary()) ? files().add(keyset) : newest;
            var without = alone ? List.<String>of() : waitFor(keyset, added);
            if (!without.isEmpty()) {
                return refused(added + " is added and does not seal yet: " + String.join(", ", without)
                        + " did not say that it has read it. Call this again when it has.");
            }
            files().promote(keyset, added);
            output.println(keyset + ": " + added + " seals from now on. What " + keys.primary()
                    + " sealed is sealed anew; when vigie keys check says that nothing needs it,"
                    + " take it away with vigie keys remove.");
            return Vigie.DONE;
        });
    }

    @Command(description = "Takes an old key away for ever, if nothing needs it.")
    int remove(
            @Parameters(paramLabel = "KEYSET", description = KEYSET) String keyset,
            @Parameters(paramLabel = "KEY", description = "Its name, as vigie keys check prints it.") String key,
            @Option(names = "--reason", defaultValue = "SCHEDULED", paramLabel = "WHY", description = WHY)
                    Reason reason) {
        if (!isRotated(keyset)) {
            return Vigie.MISUSED;
        }
        return changing(() -> {
            var keys = files().keys(keyset);
            if (!keys.readable().contains(key) || keys.primary().equals(key)) {
                return refused("KEY is none of the old keys of " + keyset);
            }
            var reasons = KeyUse.ask(settings, true).reasonsToKeep(keyset, key);
            if (!reasons.isEmpty()) {
                return refused(key + " stays: " + String.join("; ", reasons));
            }
            AuditCommand.record(
                    settings, "keys remove", List.of(Map.of(KEYSET_ID, keyset, "key", key, "reason", reason.name())));
            files().remove(keyset, key);
            output.println(key + " is taken away.");
            return Vigie.DONE;
        });
    }

    @Command(
            description = "Says what is missing, readable by others or old, which keys there are and what still needs"
                    + " them.")
    int check() {
        Logs.warnOnly();
        var report = new KeysReport(directory, files(), KeyUse.ask(settings, true), InstantSource.system());
        report.lines().forEach(output::println);
        return report.isFine() ? Vigie.DONE : Vigie.FAILED;
    }

    private KeysetDirectory files() {
        return new KeysetDirectory(directory);
    }

    private boolean isRotated(String keyset) {
        if (keyset.equals(INDEX)) {
            errors.println("vigie keys: index is not rotated: its tokens are the names of contents and URLs (ADR 71)");
            return false;
        }
        if (!KeysetDirectory.names().contains(keyset)) {
            errors.println("vigie keys: KEYSET is one of " + String.join(", ", KeysetDirectory.names()));
            return false;
        }
        return true;
    }

    /** Those that have not read the key after half a minute. */
    private List<String> waitFor(String keyset, String key) {
        var without = new ArrayList<String>();
        for (var round = 0; round < ROUNDS; round++) {
            without.clear();
            without.addAll(KeyUse.ask(settings, false).without(keyset, key));
            if (without.isEmpty()) {
                break;
            }
            try {
                Thread.sleep(ROUND);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return without;
    }

    private int changing(Supplier<Integer> change) {
        Logs.warnOnly();
        var code = new ArrayList<Integer>();
        try {
            OwnerOnlyFiles.locked("VIGIE_KEYS", directory, () -> code.add(change.get()));
            return code.getFirst();
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private int refused(String why) {
        errors.println("vigie keys: " + why);
        return Vigie.FAILED;
    }
}
