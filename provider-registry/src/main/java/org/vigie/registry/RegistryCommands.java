package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.springframework.beans.BeansException;
import org.vigie.registry.chain.LocalResolver;

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
}
