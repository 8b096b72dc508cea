package org.vigie.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.registry.cli.RegistryCommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie data}: the data sets that the registry knows providers by. */
@Command(name = "data", description = "Shows age, rows and source of every data set.")
final class DataSetsCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final PrintStream output;
    private final PrintStream errors;

    DataSetsCommand(Map<String, String> environment, PrintStream output, PrintStream errors) {
        this.environment = environment;
        this.output = output;
        this.errors = errors;
    }

    @Override
    public Integer call() {
        Logs.warnOnly();
        return RegistryCommands.listData(environment, output, errors);
    }

    @Command(description = "Takes a newer data set in, or says why it refuses it.")
    int load(
            @Parameters(
                            arity = "1..2",
                            paramLabel = "[SET] FILE",
                            description = "Without SET, as-table.",
                            hideParamSyntax = true)
                    List<String> words) {
        Logs.warnOnly();
        var set = words.size() == 2 ? words.getFirst() : "as-table";
        return RegistryCommands.loadData(set, Path.of(words.getLast()), environment, output, errors);
    }

    @Command(description = "Makes an AS table of the unpacked npm package @ip-location-db/asn.")
    int make(@Parameters(paramLabel = "DIRECTORY") Path directory, @Parameters(paramLabel = "FILE") Path file) {
        Logs.warnOnly();
        return RegistryCommands.makeData(directory, file, environment, output, errors);
    }
}
