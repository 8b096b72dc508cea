package org.vigie.registry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.BeansException;
import org.vigie.registry.chain.LocalResolver;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Loadable;

/** The registry's commands of {@code ./vigie}, which need no service to run. They return exit codes. */
public final class RegistryCommands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private RegistryCommands() {}

    /** What a command does with the data sets in use. */
    private interface Work {
        int with(DataCommand command) throws IOException;
    }

    /**
     * Resolves one URL per line of the input.
     *
     * @param online whether name servers and registries may be asked
     * @param json one JSON object per line instead of text
     * @param variables of the environment
     */
    public static int resolve(
            boolean online,
            boolean json,
            Map<String, String> variables,
            InputStream input,
            PrintStream output,
            PrintStream errors) {
        try (var knowledge = LocalKnowledge.open(variables);
                var urls = new BufferedReader(new InputStreamReader(input, UTF_8))) {
            new ResolveCommand(knowledge.getBean(LocalResolver.class), online, json).run(urls, output);
            return DONE;
        } catch (BeansException | IllegalArgumentException | IOException e) {
            LocalKnowledge.say(errors, e);
            return FAILED;
        }
    }

    /** Shows every data set. */
    public static int listData(Map<String, String> variables, PrintStream output, PrintStream errors) {
        return onData(variables, output, errors, command -> {
            command.list();
            return DONE;
        });
    }

    /** Takes a newer edition of the set in, for this command and the service. */
    public static int loadData(
            String set, Path file, Map<String, String> variables, PrintStream output, PrintStream errors) {
        return onData(variables, output, errors, command -> {
            if (!command.names().contains(set)) {
                errors.println("vigie data: expected one of " + String.join(", ", command.names()));
                return MISUSED;
            }
            command.load(set, file);
            return DONE;
        });
    }

    /** Makes an AS table of the npm package {@code @ip-location-db/asn}, unpacked in the directory. */
    public static int makeData(
            Path directory, Path file, Map<String, String> variables, PrintStream output, PrintStream errors) {
        return onData(variables, output, errors, command -> {
            command.make(directory, file);
            return DONE;
        });
    }

    private static int onData(Map<String, String> variables, PrintStream output, PrintStream errors, Work work) {
        try (var knowledge = LocalKnowledge.open(variables)) {
            return work.with(new DataCommand(
                    knowledge.getBeanProvider(DataSet.InUse.class).stream().toList(),
                    knowledge.getBeanProvider(Loadable.class).stream().toList(),
                    knowledge.getBean(Clock.class),
                    output));
        } catch (BrokenDataSet e) {
            errors.println("vigie data: refused, the one in use stays: " + e.getMessage());
            return FAILED;
        } catch (NoSuchFileException e) {
            errors.println("vigie data: there is no " + e.getMessage());
            return FAILED;
        } catch (BeansException | IllegalArgumentException | IOException e) {
            LocalKnowledge.say(errors, e);
            return FAILED;
        }
    }
}
