package org.vigie.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vigie.registry.RegistryCommands;
import org.vigie.sandbox.World;
import org.vigie.standalone.demo.Demo;
import org.vigie.standalone.demo.DemoOptions;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.InboundSeal;
import org.vigie.support.seal.Keysets;
import org.vigie.support.work.LastResort;

/** The command line: one word says what to do. */
public final class Vigie {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    /** What the demo's child process is started with; not for people. */
    private static final String WORLD = "world";

    private Vigie() {}

    static void main(String[] arguments) {
        LastResort.install();
        var code = run(System.in, System.out, System.err, arguments);
        if (code != DONE || isOver(arguments)) {
            System.exit(code);
        }
    }

    private static boolean isOver(String... arguments) {
        return List.of(arguments).contains("--once");
    }

    /** Does what the first word says and returns the exit code; after {@code up} the process goes on until stopped. */
    static int run(InputStream input, PrintStream output, PrintStream errors, String... arguments) {
        var word = arguments.length == 0 ? Command.HELP.word() : arguments[0];
        if (word.equals(WORLD)) {
            World.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return DONE;
        }
        var command = Command.of(word);
        if (command.isEmpty()) {
            errors.print(help());
            return MISUSED;
        }
        var words = List.of(arguments).subList(1, arguments.length);
        return switch (command.get()) {
            case DEMO -> demo(output, errors, words);
            case UP -> up(output, errors);
            case SEAL -> seal(input, output, errors);
            case RESOLVE -> {
                Logs.warnOnly();
                yield RegistryCommands.resolve(words, System.getenv(), input, output, errors);
            }
            case DATA -> {
                Logs.warnOnly();
                yield RegistryCommands.data(words, System.getenv(), output, errors);
            }
            case DEAD_LETTERS -> {
                Logs.warnOnly();
                yield DeadLettersCommand.run(KafkaAddress.of(new Settings(System.getenv())), words, output, errors);
            }
            case REPUBLISH -> {
                Logs.warnOnly();
                var settings = new Settings(System.getenv());
                yield RepublishCommand.run(settings, KafkaAddress.of(settings), words, output, errors);
            }
            case HELP -> {
                output.print(help());
                yield DONE;
            }
        };
    }

    private static int demo(PrintStream output, PrintStream errors, List<String> words) {
        DemoOptions options;
        try {
            options = DemoOptions.of(words);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            return MISUSED;
        }
        try {
            return new Demo(System.getenv(), options, output).run() ? DONE : FAILED;
        } catch (CannotStart e) {
            errors.println(e.getMessage());
            return FAILED;
        }
    }

    private static int up(PrintStream output, PrintStream errors) {
        EmbeddedKafka.sayWhyItEnds(new Settings(System.getenv()).data(), output);
        var system = new Standalone(System.getenv(), output);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "vigie-stop"));
        try {
            system.start();
            return DONE;
        } catch (CannotStart e) {
            errors.println(e.getMessage());
            return FAILED;
        }
    }

    private static int seal(InputStream input, PrintStream output, PrintStream errors) {
        try {
            return SealCommand.run(inboundSeal(new Settings(System.getenv())), input, output, errors);
        } catch (CannotStart e) {
            errors.println(e.getMessage());
            return FAILED;
        }
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

    /** One screen on what there is. */
    static String help() {
        try (var text = Vigie.class.getResourceAsStream("help.txt")) {
            if (text == null) {
                throw new IllegalStateException("help.txt is missing from the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
