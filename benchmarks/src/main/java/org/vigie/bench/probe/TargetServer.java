package org.vigie.bench.probe;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What is asked: a server at each of 127.9.1.1 to 127.9.4.250, on loopback only, that answers every request with the
 * headers of an image and closes. Arguments: port, milliseconds it takes to answer, key store (PKCS #12, password
 * {@code password}) for TLS.
 */
final class TargetServer {

    private static final int NETWORKS = 4;
    private static final int HOSTS = 250;
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 12345\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private TargetServer() {}

    static void main(String[] arguments) throws Exception {
        var port = Integer.parseInt(arguments[0]);
        var takes = Duration.ofMillis(Long.parseLong(arguments[1]));
        var sockets = arguments.length > 2 ? secured(arguments[2]) : ServerSocketFactory.getDefault();
        for (int network = 1; network <= NETWORKS; network++) {
            for (int host = 1; host <= HOSTS; host++) {
                var address = InetAddress.ofLiteral("127.9.%d.%d".formatted(network, host));
                var server = sockets.createServerSocket(port, 1000, address);
                Thread.ofVirtual().start(() -> accept(server, takes));
            }
        }
        System.out.println("ready");
        Thread.currentThread().join();
    }

    private static void accept(ServerSocket server, Duration takes) {
        while (true) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket, takes));
            } catch (IOException _) {
                // A client that went away before it was accepted.
            }
        }
    }

    private static void serve(Socket socket, Duration takes) {
        try (socket) {
            readHeaders(new BufferedInputStream(socket.getInputStream()));
            if (!takes.isZero()) {
                Thread.sleep(takes);
            }
            socket.getOutputStream().write(ANSWER);
        } catch (IOException _) {
            // The client has what it wanted.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void readHeaders(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 2) {
            switch (in.read()) {
                case -1 -> throw new IOException("end of stream");
                case '\n' -> ends++;
                case '\r' -> {}
                default -> ends = 0;
            }
        }
    }

    private static ServerSocketFactory secured(String keyStore) throws GeneralSecurityException, IOException {
        var password = "password".toCharArray();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(keyStore)) {
            keys.load(in, password);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }
}
