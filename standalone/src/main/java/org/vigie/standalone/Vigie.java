package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vigie.registry.cli.RegistryCommands;
import org.vigie.sandbox.World;
import org.vigie.standalone.demo.Demo;
import org.vigie.standalone.demo.DemoOptions;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.InboundSeal;
import org.vigie.support.seal.Keysets;
import org.vigie.support.work.LastResort;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Each method is a command, which explains itself with {@code --help} and returns its exit code. */
@Command(name = "vigie")
public final class Vigie {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    /** What the demo's child process is started with; not for people. */
    private static final String WORLD = "world";

    private final Map<String, String> environment;
    private final InputStream input;
    private final PrintStream output;
    private final PrintStream errors;

    private Vigie(Map<String, String> environment, InputStream input, PrintStream output, PrintStream errors) {
        this.environment = environment;
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    static void main(String[] arguments) {
        LastResort.install();
        var code = run(System.getenv(), System.in, System.out, System.err, arguments);
        if (code != DONE || isOver(arguments)) {
            System.exit(code);
        }
    }

    private static boolean isOver(String... arguments) {
        return List.of(arguments).contains("--once");
    }

    /** Does what the first word says and returns the exit code; after {@code up} the process goes on until stopped. */
    static int run(
            Map<String, String> environment,
            InputStream input,
            PrintStream output,
            PrintStream errors,
            String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(WORLD)) {
            World.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return DONE;
        }
        return commandLine(environment, input, output, errors).execute(arguments);
    }

    static CommandLine commandLine(
            Map<String, String> environment, InputStream input, PrintStream output, PrintStream errors) {
        var line = new CommandLine(new Vigie(environment, input, output, errors));
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .description("Explains the command.")
                        .build());
        return line.addSubcommand(new AuditCommand(new Settings(environment), output, errors))
                .addSubcommand(new DataSetsCommand(environment, output, errors))
                .addSubcommand(new DeployCommand(new Settings(environment), output, errors))
                .addSubcommand(new DeadLettersCommand(new Settings(environment), output, errors))
                .addSubcommand(new KeysCommand(new Settings(environment), output, errors))
                .setOut(new PrintWriter(output, true, UTF_8))
                .setErr(new PrintWriter(errors, true, UTF_8))
                .setParameterExceptionHandler((misuse, _) -> misused(misuse))
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
    }

    @Command(description = "Plays weeks of notice and tracking in a minute, on an invented internet on this machine.")
    int demo(
            @Option(names = "--once", description = "End by itself: 0 if every case ended as its script says.")
                    boolean once,
            @Option(names = "--resume", description = "Continue where the demo in the directory stopped.")
                    boolean resume,
            @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Other delays and providers.")
                    long seed,
            @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Play these cases only.")
                    List<String> only) {
        DemoOptions options;
        try {
            options = new DemoOptions(once, resume, seed, only == null ? List.of() : only);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            return MISUSED;
        }
        return new Demo(environment, options, output).run() ? DONE : FAILED;
    }

    @Command(description = "Runs the four services in one process, with Kafka and a store inside; Ctrl-C stops it.")
    int up() {
        EmbeddedKafka.sayWhyItEnds(new Settings(environment).data(), output);
        var system = new Standalone(environment, output);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "vigie-stop"));
        system.start();
        return DONE;
    }

    @Command(
            description =
                    "Reads a detection as JSON on standard input and prints the sealed value of its record for the"
                            + " topic detections.v1.")
    int seal() {
        return SealCommand.run(inboundSeal(new Settings(environment)), input, output, errors);
    }

    /** The public half; an evaluation makes it if it is not there yet. */
    private static InboundSeal inboundSeal(Settings settings) {
        if (settings.mode() == Mode.EVALUATION) {
            EvaluationKeys.makeMissing(settings.keys(), List.of());
        }
        try {
            return new Keysets(settings.keys()).inboundSeal();
        } catch (UncheckedIOException e) {
            throw new CannotStart("vigie seal needs the keyset inbound-public.json in VIGIE_KEYS.", e);
        }
    }

    @Command(
            description = "Says who serves each URL, whom to write to, and why. URLs come on standard input, one per"
                    + " line: others on this machine can read a command line.")
    int resolve(
            @Option(names = "--online", description = "Ask name servers and registries.") boolean online,
            @Option(names = "--json", description = "One JSON object for each line.") boolean json) {
        Logs.warnOnly();
        return RegistryCommands.resolve(online, json, environment, input, output, errors);
    }

    @Command(
            description =
                    "Has the owner of a record publish it again, above what a stranger wrote. A watermark heals by"
                            + " itself within a day.")
    int republish(
            @Parameters(paramLabel = "TOPIC") String topic,
            @Parameters(paramLabel = "KEY", description = "The record's key: the id of the aggregate.") String key) {
        Logs.warnOnly();
        return RepublishCommand.run(new Settings(environment), topic, key, output, errors);
    }

    @Command(description = "Writes all documents of the services into a sealed file, while none of them runs.")
    int backup(@Parameters(paramLabel = "FILE", description = "It must not be there yet.") Path file) {
        Logs.warnOnly();
        return new BackupCommand(new Settings(environment), output, errors).backup(file);
    }

    @Command(description = "Reads a backup into an empty store, while no service runs.")
    int restore(@Parameters(paramLabel = "FILE", description = "What vigie backup wrote.") Path file) {
        Logs.warnOnly();
        return new BackupCommand(new Settings(environment), output, errors).restore(file);
    }

    @Command(description = "Shows one screen on what there is.")
    int help() {
        output.print(helpText());
        return DONE;
    }

    /** What was typed wrongly is not repeated: it may be a URL. */
    private static int misused(ParameterException misuse) {
        var line = misuse.getCommandLine();
        if (line.getParent() == null) {
            line.getErr().print(helpText());
            line.getErr().flush();
            return MISUSED;
        }
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + what(misuse));
        line.usage(line.getErr());
        return MISUSED;
    }

    private static String what(ParameterException misuse) {
        var argument = misuse.getArgSpec();
        if (misuse instanceof UnmatchedArgumentException) {
            return "unknown option or argument";
        }
        return argument == null || misuse instanceof MissingParameterException
                ? Objects.requireNonNullElse(misuse.getMessage(), "misused")
                : "not acceptable: " + argument.paramLabel();
    }

    private static int failed(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof CannotStart cannot) {
            line.getErr().println(cannot.getMessage());
            return FAILED;
        }
        throw failure;
    }

    /** One screen on what there is. */
    static String helpText() {
        try (var text = Vigie.class.getResourceAsStream("help.txt")) {
            if (text == null) {
                throw new IllegalStateException("help.txt is missing from the jar");
            }
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
