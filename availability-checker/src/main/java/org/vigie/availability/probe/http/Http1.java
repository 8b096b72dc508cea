package org.vigie.availability.probe.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on a socket that is open already, read as browsers read it, with an end to what it reads. */
final class Http1 extends DefaultBHttpClientConnection implements Conversation {

    /** Of all answers to one request together, interim ones included; what Chromium takes (net/http, 256 KiB). */
    static final int MAX_HEADER_BYTES = 256 * 1024;

    static final int MAX_TEXT_BYTES = 8 * 1024;

    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(2 * 1024)
            .setMaxLineLength(MAX_HEADER_BYTES)
            .build();

    private @Nullable BoundedInput input;
    private @Nullable HeadInput head;

    private Http1() {
        super(LIMITS, null, null, Http1::length, null, null, _ -> new LenientHeadParser());
    }

    /**
     * Speaks over the socket, which may be a secured one and remains its owner's to close.
     *
     * @param exactly whether what follows the head is left where it is until the body is asked for, which costs a call
     *     for every second octet
     */
    static Http1 over(Socket socket, boolean exactly) throws IOException {
        // Not closed by itself: closing it would read on for a graceful end.
        var connection = new Http1();
        connection.bind(new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket bound) throws IOException {
                var in = super.getInputStream(bound);
                var head = new HeadInput(in);
                connection.head = head;
                connection.input = new BoundedInput(exactly ? head : in, MAX_HEADER_BYTES + MAX_TEXT_BYTES);
                return connection.input;
            }
        });
        return connection;
    }

    @Override
    public ClassicHttpResponse ask(ClassicHttpRequest request) throws IOException, HttpException {
        sendRequestHeader(request);
        flush();
        while (true) {
            var response = receiveResponseHeader();
            if (response.getCode() >= 200) {
                return response;
            }
        }
    }

    @Override
    public @Nullable InputStream body(ClassicHttpResponse response) throws IOException, HttpException {
        if (head != null) {
            head.goOn();
        }
        receiveResponseEntity(response);
        var entity = response.getEntity();
        return entity == null ? null : entity.getContent();
    }

    @Override
    public boolean hasHeard() {
        return input != null && input.hasRead();
    }

    /** Chunked, or as long as it says, or to its end; a length that makes no sense is passed over. */
    private static long length(HttpMessage message) {
        var coding = message.getLastHeader("Transfer-Encoding");
        if (coding != null) {
            return coding.getValue().strip().toLowerCase(Locale.ROOT).endsWith("chunked")
                    ? ContentLengthStrategy.CHUNKED
                    : ContentLengthStrategy.UNDEFINED;
        }
        var length = message.getFirstHeader("Content-Length");
        return length != null && length.getValue().strip().matches("\\d{1,15}")
                ? Long.parseLong(length.getValue().strip())
                : ContentLengthStrategy.UNDEFINED;
    }
}
