package org.vigie.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.vigie.standalone.deploy.DeployCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vigie deploy check}: what an installation with deploy/compose lacks. */
@Command(name = "deploy", description = "Looks at an installation before it starts.")
final class DeployCommand {

    private final PrintStream output;
    private final PrintStream errors;

    DeployCommand(PrintStream output, PrintStream errors) {
        this.output = output;
        this.errors = errors;
    }

    @Command(
            description = "Says what deploy/compose still lacks: values, keys, relay, canaries, names, clock, disk and"
                    + " ports. Starts nothing; asks the relay and the canaries that FILE names.")
    int check(
            @Parameters(
                            paramLabel = "FILE",
                            defaultValue = "deploy/compose/.env",
                            description = "The .env beside compose.yaml; ${DEFAULT-VALUE} if absent.")
                    Path file) {
        try {
            return DeployCheck.ofThisMachine().run(file, output) ? Vigie.DONE : Vigie.FAILED;
        } catch (IOException e) {
            errors.println("vigie deploy check: cannot read " + e.getMessage());
            return Vigie.FAILED;
        }
    }
}
