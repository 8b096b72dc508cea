package org.vigie.standalone.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.sandbox.World.Doors;
import org.vigie.sandbox.WorldJson;
import org.vigie.sandbox.report.Services;
import org.vigie.standalone.CannotStart;

/** The sandbox's world as a child process; it ends with its standard input, so also when this process is killed. */
final class WorldProcess implements AutoCloseable {

    private final Process process;
    private final BufferedWriter input;
    private final Doors doors;

    private WorldProcess(Process process, BufferedWriter input, Doors doors) {
        this.process = process;
        this.input = input;
        this.doors = doors;
    }

    /**
     * Starts the world and waits until it is open.
     *
     * @throws CannotStart if it does not open; what is missing it has said on standard error
     */
    static WorldProcess start(DemoDirectory directory) {
        try {
            var process = new ProcessBuilder(command(directory))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var line = output.readLine();
            if (line == null) {
                throw new CannotStart("The sandbox's world did not open. Nothing was started.");
            }
            var input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
            return new WorldProcess(process, input, WorldJson.MAPPER.readValue(line, Doors.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's world cannot be started", e);
        }
    }

    private static List<String> command(DemoDirectory directory) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m"));
        var classPath = System.getProperty("java.class.path");
        if (classPath.endsWith("-exec.jar")) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, "org.vigie.standalone.Vigie"));
        }
        command.addAll(List.of(
                "world",
                directory.world().toString(),
                directory.clock().toString(),
                Long.toString(directory.seed()),
                Integer.toString(directory.pagePort())));
        command.addAll(directory.only());
        return command;
    }

    Doors doors() {
        return doors;
    }

    /** Tells the world where to hand in its reports; through a pipe, for the token is secret. */
    void meet(Services services) {
        try {
            input.write(WorldJson.MAPPER.writeValueAsString(services));
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's world has ended", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            input.close();
            process.waitFor();
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
