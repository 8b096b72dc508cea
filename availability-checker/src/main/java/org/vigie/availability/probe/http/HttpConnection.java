package org.vigie.availability.probe.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/** HTTP/1.1 on a socket that is open already, with an end to what it reads. */
final class HttpConnection extends DefaultBHttpClientConnection {

    static final int MAX_HEADER_BYTES = 32 * 1024;
    static final int MAX_HEADER_LINES = 100;
    static final int MAX_TEXT_BYTES = 8 * 1024;

    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(2 * 1024)
            .setMaxLineLength(MAX_HEADER_BYTES)
            .setMaxHeaderCount(MAX_HEADER_LINES)
            .setMaxEmptyLineCount(4)
            .build();

    HttpConnection() {
        super(LIMITS);
    }

    /** Speaks over the socket, which may be a secured one. */
    void over(Socket socket) throws IOException {
        bind(new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket bound) throws IOException {
                return new BoundedInput(super.getInputStream(bound), MAX_HEADER_BYTES + MAX_TEXT_BYTES);
            }
        });
    }
}
