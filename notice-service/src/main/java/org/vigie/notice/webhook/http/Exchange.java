package org.vigie.notice.webhook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.vigie.url.Scheme;
import org.vigie.url.WebUrl;

/**
 * One POST over a connection of its own to an address that was vetted. Only the status of the answer is read: a client
 * that finds addresses by itself could be led elsewhere between the vetting and the connection.
 */
final class Exchange implements AutoCloseable {

    private static final int MOST_OCTETS = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");

    private final Socket socket = new Socket();
    private final WebUrl url;
    private final int timeout;

    /** @param timeout for the connection and each read, in milliseconds */
    Exchange(WebUrl url, int timeout) {
        this.url = url;
        this.timeout = timeout;
    }

    /** The status of the answer. */
    int post(InetAddress address, Map<String, String> headers, String body) throws IOException {
        socket.connect(new InetSocketAddress(address, url.port()), timeout);
        socket.setSoTimeout(timeout);
        var speaking = url.scheme() == Scheme.HTTPS ? secured() : socket;
        var out = new ByteArrayOutputStream();
        out.writeBytes(head(headers, body.getBytes(UTF_8).length).getBytes(US_ASCII));
        out.writeBytes(body.getBytes(UTF_8));
        out.writeTo(speaking.getOutputStream());
        speaking.getOutputStream().flush();
        return status(new BufferedInputStream(speaking.getInputStream()));
    }

    private SSLSocket secured() throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(socket, name(), url.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private String name() {
        return url.hostWithoutDot().replace("[", "").replace("]", "");
    }

    private String head(Map<String, String> headers, int length) {
        var head = new StringBuilder("POST %s HTTP/1.1\r\nHost: %s\r\n".formatted(url.requestTarget(), authority()));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(length))
                .toString();
    }

    private String authority() {
        return url.port() == url.scheme().defaultPort()
                ? url.hostWithoutDot()
                : "%s:%d".formatted(url.hostWithoutDot(), url.port());
    }

    /** Of the first answer that is not an interim one (RFC 9110, section 15.2). */
    private static int status(InputStream in) throws IOException {
        var left = MOST_OCTETS;
        while (left > 0) {
            var first = line(in, left);
            var status = STATUS.matcher(first);
            if (!status.matches()) {
                throw new ProtocolException("no HTTP");
            }
            var code = Integer.parseInt(status.group(1));
            if (code >= 200) {
                return code;
            }
            left -= first.length() + 2;
            for (var line = line(in, left); !line.isEmpty(); line = line(in, left)) {
                left -= line.length() + 2;
            }
        }
        throw new ProtocolException("no end of interim answers");
    }

    private static String line(InputStream in, int most) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() >= most) {
                throw new ProtocolException("no end of a line");
            }
            line.write(octet);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed, one way or the other.
        }
    }
}
