package org.vigie.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.vigie.standalone.deploy.DeployCheck;
import org.vigie.support.setup.KafkaSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie deploy check}: what an installation with deploy/compose lacks; {@code kafka}: topics and rights. */
@Command(name = "deploy", description = "Looks at an installation before it starts.")
final class DeployCommand {

    private final Settings settings;
    private final PrintStream output;
    private final PrintStream errors;

    DeployCommand(Settings settings, PrintStream output, PrintStream errors) {
        this.settings = settings;
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

    @Command(
            description = "Makes the topics and gives the rights of DIRECTORY on the Kafka in VIGIE_KAFKA, as the"
                    + " administrator whose properties VIGIE_KAFKA_CLIENT names. Again changes nothing.")
    int kafka(
            @Option(
                            names = "--replicas",
                            defaultValue = "3",
                            paramLabel = "N",
                            description = "Brokers that hold each record; ${DEFAULT-VALUE} if absent.")
                    int replicas,
            @Parameters(
                            paramLabel = "DIRECTORY",
                            defaultValue = "deploy/kafka",
                            description = "Of topics.csv and acls.csv; ${DEFAULT-VALUE} if absent.")
                    Path directory) {
        Logs.warnOnly();
        try (var admin = Admin.create(KafkaAddress.of(settings).client(Map.of()))) {
            return new KafkaSetup(admin, replicas, output).apply(directory) ? Vigie.DONE : Vigie.FAILED;
        } catch (IOException e) {
            errors.println("vigie deploy kafka: cannot read " + e.getMessage());
            return Vigie.FAILED;
        } catch (KafkaException | IllegalStateException e) {
            errors.println("vigie deploy kafka: " + (e.getCause() == null ? e : e.getCause()).getMessage());
            return Vigie.FAILED;
        }
    }
}
