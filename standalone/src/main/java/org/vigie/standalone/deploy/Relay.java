package org.vigie.standalone.deploy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The mail relay greets, and offers the encryption without which nothing is sent to it. Sends no mail. */
final class Relay {

    private static final String AREA = "relay";
    private static final int MOST_LINES = 100;

    private Relay() {}

    static Finding check(String hostAndPort, Duration patience) {
        var colon = hostAndPort.lastIndexOf(':');
        if (colon < 1 || !hostAndPort.substring(colon + 1).matches("[0-9]{1,5}")) {
            return Finding.missing(AREA, "VIGIE_SMTP is no host:port");
        }
        var address = new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
        if (address.isUnresolved()) {
            return Finding.missing(AREA, "the host of VIGIE_SMTP has no address");
        }
        try (var socket = new Socket()) {
            socket.connect(address, Math.toIntExact(patience.toMillis()));
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return spoken(socket, address.getAddress().isLoopbackAddress());
        } catch (IOException _) {
            return Finding.missing(AREA, "nobody answers at VIGIE_SMTP");
        }
    }

    private static Finding spoken(Socket socket, boolean loopback) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        if (!answer(in).startsWith("220")) {
            return Finding.missing(AREA, "VIGIE_SMTP does not greet as a mail relay");
        }
        say(socket, "EHLO localhost");
        var offered = answer(in);
        say(socket, "QUIT");
        if (!offered.startsWith("250")) {
            return Finding.missing(AREA, "VIGIE_SMTP refuses EHLO");
        }
        return loopback || offered.contains("STARTTLS")
                ? Finding.fine(AREA, "greets and offers what is needed")
                : Finding.missing(AREA, "VIGIE_SMTP does not offer STARTTLS");
    }

    /** All lines of an answer; the last one has a space behind its code. */
    private static String answer(BufferedReader in) throws IOException {
        var answer = new StringBuilder();
        for (int lines = 0; lines < MOST_LINES; lines++) {
            var line = in.readLine();
            if (line == null) {
                break;
            }
            answer.append(line).append('\n');
            if (!line.matches("[0-9]{3}-.*")) {
                break;
            }
        }
        return answer.toString();
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }
}
