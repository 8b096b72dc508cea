package org.vigie.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Stands for a mongod: writes down its arguments, accepts connections on its port and says nothing on them. */
final class FakeMongod {

    private FakeMongod() {}

    /** A program that can be run in its place; its arguments go to {@code <directory>/arguments}. */
    static Path program(Path directory) throws IOException {
        var main = String.join("' '", ChildJvm.command(FakeMongod.class));
        return script(directory, """
                #!/bin/sh
                echo "$@" > '%s'
                exec '%s' "$@"
                """.formatted(directory.resolve("arguments"), main));
    }

    static Path script(Path directory, String text) throws IOException {
        var script = Files.writeString(directory.resolve("mongod"), text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    public static void main(String[] arguments) throws IOException {
        var port = List.of(arguments).get(List.of(arguments).indexOf("--port") + 1);
        try (var listening = new ServerSocket(Integer.parseInt(port), 50, InetAddress.getLoopbackAddress())) {
            while (!listening.isClosed()) {
                listening.accept().close();
            }
        }
    }
}
