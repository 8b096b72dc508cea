package org.vigie.availability.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The production's connections, and how much of a body was taken from each. Of TLS nothing is counted: what is taken
 * there are records.
 */
public final class CountedConnections extends DirectConnections {

    private final AtomicLong media = new AtomicLong();
    private final AtomicLong text = new AtomicLong();

    private CountedConnections() {}

    /** Takes the place of the usual ones in that context. */
    public static CountedConnections in(GenericApplicationContext context) {
        var counted = new CountedConnections();
        context.registerBean("directConnections", DirectConnections.class, () -> counted);
        return counted;
    }

    /** The most octets of one body that were taken after a GET, where it was no text. */
    public long media() {
        return media.get();
    }

    /** The same where it was text. */
    public long text() {
        return text.get();
    }

    @Override
    Socket unconnected() {
        return new Counted();
    }

    private final class Counted extends Socket {

        private final CountedBody body = new CountedBody();
        private boolean isGet;

        Counted() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] octets, int offset, int length) throws IOException {
                    isGet |= new String(octets, offset, length, ISO_8859_1).startsWith("GET ");
                    out.write(octets, offset, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    var count = super.read(into, offset, length);
                    if (isGet && count > 0) {
                        took(new String(into, offset, count, ISO_8859_1));
                    }
                    return count;
                }
            };
        }

        private void took(String octets) {
            body.passed(octets);
            if (body.length() == 0) {
                return;
            }
            (isText(body.type()) ? text : media).accumulateAndGet(body.length(), Math::max);
        }

        private static boolean isText(String type) {
            return type.startsWith("text/") || type.equals("application/xhtml+xml");
        }
    }
}
