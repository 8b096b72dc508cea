package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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

    private static final String ONLINE = "--online";
    private static final String JSON = "--json";

    private RegistryCommands() {}

    /**
     * {@code ./vigie resolve}: one URL per line of the input. What is typed wrongly is not repeated: it may be a URL.
     *
     * @param words that follow the command
     * @param variables of the environment
     */
    public static int resolve(
            List<String> words,
            Map<String, String> variables,
            InputStream input,
            PrintStream output,
            PrintStream errors) {
        if (!List.of(ONLINE, JSON).containsAll(words)) {
            errors.println("vigie resolve takes " + ONLINE + " and " + JSON
                    + "; URLs come on standard input, one per line: others on this machine can read a command line.");
            return MISUSED;
        }
        try (var knowledge = LocalKnowledge.open(variables);
                var urls = new BufferedReader(new InputStreamReader(input, UTF_8))) {
            new ResolveCommand(knowledge.getBean(LocalResolver.class), words.contains(ONLINE), words.contains(JSON))
                    .run(urls, output);
            return DONE;
        } catch (BeansException | IllegalArgumentException | IOException e) {
            LocalKnowledge.say(errors, e);
            return FAILED;
        }
    }

    /**
     * {@code ./vigie data}, {@code data load SET FILE}, {@code data make DIRECTORY FILE}; an AS table is meant where no
     * set is named.
     *
     * @param words that follow the command
     * @param variables of the environment
     */
    public static int data(List<String> words, Map<String, String> variables, PrintStream output, PrintStream errors) {
        var word = words.isEmpty() ? "" : words.getFirst();
        if (!List.of("/0", "load/2", "load/3", "make/3").contains(word + "/" + words.size())) {
            errors.println("vigie data shows the data sets; data load SET FILE takes a newer one in;"
                    + " data make DIRECTORY FILE makes an AS table of the npm package @ip-location-db/asn.");
            return MISUSED;
        }
        try (var knowledge = LocalKnowledge.open(variables)) {
            var command = new DataCommand(
                    knowledge.getBeanProvider(DataSet.InUse.class).stream().toList(),
                    knowledge.getBeanProvider(Loadable.class).stream().toList(),
                    knowledge.getBean(Clock.class),
                    output);
            var set = words.size() == 3 ? words.get(1) : "as-table";
            if (word.equals("load") && !command.names().contains(set)) {
                errors.println("vigie data: expected one of " + String.join(", ", command.names()));
                return MISUSED;
            }
            switch (word) {
                case "load" -> command.load(set, Path.of(words.getLast()));
                case "make" -> command.make(Path.of(words.get(1)), Path.of(words.get(2)));
                default -> command.list();
            }
            return DONE;
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
