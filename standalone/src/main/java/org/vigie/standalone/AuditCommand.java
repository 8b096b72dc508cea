package org.vigie.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.support.audit.Audit;
import org.vigie.support.audit.NoteKey;
import org.vigie.support.audit.VerifyAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie audit}: whether what was recorded is as it was written, and by which keys anybody can tell. */
@Command(name = "audit", description = "Says whether what was recorded is as it was written.")
final class AuditCommand {

    private static final String RECORDS = "audit";

    private final Settings settings;
    private final PrintStream output;
    private final PrintStream errors;

    AuditCommand(Settings settings, PrintStream output, PrintStream errors) {
        this.settings = settings;
        this.output = output;
        this.errors = errors;
    }

    /** Where what a command does is recorded, as what a service does is. */
    static Audit ofCommands(Settings settings) {
        return new Audit(
                settings.data().resolve(RECORDS),
                checkpoints(settings),
                "vigie-command",
                Clock.systemUTC(),
                System::nanoTime);
    }

    /**
     * Records that whoever sits here does something, before it is done.
     *
     * @param about what each entry is about
     */
    static void record(Settings settings, String what, List<Map<String, String>> about) {
        try (var audit = ofCommands(settings)) {
            about.forEach(one -> audit.add("the system's user " + System.getProperty("user.name"), what, one));
        }
    }

    private static Path checkpoints(Settings settings) {
        return settings.get("VIGIE_AUDIT_CHECKPOINTS")
                .map(Path::of)
                .orElse(settings.data().resolve("audit-checkpoints"));
    }

    @Command(description = "Prints the key of each record, which verifies it and each proof from it. Publish them.")
    int keys() {
        try {
            VerifyAudit.known(settings.data().resolve(RECORDS)).forEach(key -> output.println(key.text()));
            return Vigie.DONE;
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    @Command(
            description = "Reads every record and names each entry that was changed, added, taken away, moved or"
                    + " back-dated, each record that was cut or is gone, and each checkpoint that is gone. Of a proof,"
                    + " prints what it proves. 0 if nothing is wrong.")
    int verify(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "PATH",
                            description = "A directory of records instead of that of the data directory, or the file"
                                    + " of a proof.")
                    @Nullable
                    Path path,
            @Option(
                            names = "--checkpoints",
                            paramLabel = "DIRECTORY",
                            description = "A copy of the checkpoints that was kept elsewhere.")
                    @Nullable
                    Path checkpoints,
            @Option(
                            names = "--key",
                            paramLabel = "KEY",
                            description = "The only key that counts, as it was published; may be given for each"
                                    + " record. Without it, the ones beside the records.")
                    @Nullable
                    List<String> keys) {
        try {
            var trusted = keys == null
                    ? List.<NoteKey>of()
                    : keys.stream().map(NoteKey::read).toList();
            var records = Objects.requireNonNullElse(path, settings.data().resolve(RECORDS));
            if (Files.isRegularFile(records)) {
                return proven(records, trusted);
            }
            if (!Files.isDirectory(records)) {
                throw new NoSuchFileException(records.toString());
            }
            var signed = Objects.requireNonNullElse(checkpoints, checkpoints(settings));
            return told(VerifyAudit.records(records, signed, trusted));
        } catch (IOException e) {
            return unreadable(e);
        } catch (IllegalArgumentException _) {
            errors.println("vigie audit verify: --key is no key: expected name+id+key");
            return Vigie.MISUSED;
        }
    }

    private int unreadable(IOException e) {
        errors.println("vigie audit: cannot read " + e.getMessage());
        return Vigie.FAILED;
    }

    private int proven(Path file, List<NoteKey> trusted) throws IOException {
        var keys = trusted.isEmpty() ? VerifyAudit.known(settings.data().resolve(RECORDS)) : trusted;
        try {
            output.println(VerifyAudit.proof(Files.readString(file), keys));
            return Vigie.DONE;
        } catch (IllegalArgumentException e) {
            errors.println("vigie audit verify: proves nothing: " + e.getMessage());
            return Vigie.FAILED;
        }
    }

    private int told(List<VerifyAudit.Verdict> verdicts) {
        for (var verdict : verdicts) {
            output.printf(
                    "%s: %d entries, %d checkpoints, %s%n",
                    verdict.record(),
                    verdict.entries(),
                    verdict.checkpoints(),
                    verdict.found().isEmpty() ? "as written" : "NOT as written");
            verdict.found().forEach(fault -> output.println("  " + fault));
        }
        return verdicts.stream().allMatch(verdict -> verdict.found().isEmpty()) ? Vigie.DONE : Vigie.FAILED;
    }
}
