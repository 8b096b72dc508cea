package org.vigie.availability.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 for one request on a connection of its own (RFC 9113). The window says how much of a body the server may send
 * at all: nothing, or as much text as is read.
 */
final class Http2 implements Conversation {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
    private static final int STREAM = 1;
    private static final int MAX_FRAME = 16 * 1024;
    private static final int TABLE = 4 * 1024;
    private static final int PRIORITY_OCTETS = 5;
    private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;

    private final BoundedInput in;
    private final OutputStream out;
    private final FrameInputBuffer input = new FrameInputBuffer(MAX_FRAME);
    private final FrameOutputBuffer output = new FrameOutputBuffer(MAX_FRAME);
    private final HPackDecoder decoder = new HPackDecoder(TABLE, ISO_8859_1);
    private final int window;
    private boolean ended;

    private Http2(BoundedInput in, OutputStream out, int window) {
        this.in = in;
        this.out = out;
        this.window = window;
    }

    /** Speaks over a connection on which HTTP/2 was agreed. */
    static Http2 over(Socket socket, boolean wantsText) throws IOException {
        return new Http2(
                new BoundedInput(socket.getInputStream(), Http1.MAX_HEADER_BYTES + 2L * Http1.MAX_TEXT_BYTES),
                new BufferedOutputStream(socket.getOutputStream()),
                wantsText ? Http1.MAX_TEXT_BYTES : 0);
    }

    @Override
    public ClassicHttpResponse ask(ClassicHttpRequest request) throws IOException, HttpException {
        send(request);
        try {
            return answer();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            // The library's own complaints about frames that are shorter than they must be.
            throw new ProtocolException("a frame is malformed", e);
        }
    }

    private ClassicHttpResponse answer() throws IOException, HttpException {
        while (true) {
            var frame = next();
            if (frame.isType(FrameType.HEADERS) && frame.getStreamId() == STREAM) {
                ended = frame.isFlagSet(FrameFlag.END_STREAM);
                var response = response(decoder.decodeHeaders(block(frame)));
                if (response.getCode() >= 200) {
                    return response;
                }
            }
        }
    }

    @Override
    public @Nullable InputStream body(ClassicHttpResponse response) {
        return ended ? null : new Data();
    }

    @Override
    public boolean hasHeard() {
        return in.hasRead();
    }

    private void send(ClassicHttpRequest request) throws IOException {
        out.write(PREFACE);
        output.write(
                FRAMES.createSettings(
                        new H2Setting(H2Param.ENABLE_PUSH, 0),
                        new H2Setting(H2Param.INITIAL_WINDOW_SIZE, window),
                        new H2Setting(H2Param.MAX_HEADER_LIST_SIZE, Http1.MAX_HEADER_BYTES)),
                out);
        var block = new ByteArrayBuffer(512);
        new HPackEncoder(TABLE, ISO_8859_1).encodeHeaders(block, headers(request), false);
        var left = ByteBuffer.wrap(block.array(), 0, block.length());
        var first = piece(left);
        output.write(FRAMES.createHeaders(STREAM, first, !left.hasRemaining(), true), out);
        while (left.hasRemaining()) {
            var piece = piece(left);
            output.write(FRAMES.createContinuation(STREAM, piece, !left.hasRemaining()), out);
        }
        out.flush();
    }

    private static ByteBuffer piece(ByteBuffer left) {
        var piece = left.slice(left.position(), Math.min(left.remaining(), MAX_FRAME));
        left.position(left.position() + piece.remaining());
        return piece;
    }

    /** Names in lower case, the host as authority, and nothing about the connection (RFC 9113, section 8.2). */
    private static List<Header> headers(ClassicHttpRequest request) {
        var headers = new ArrayList<Header>();
        headers.add(new BasicHeader(":method", request.getMethod()));
        headers.add(new BasicHeader(":scheme", "https"));
        headers.add(new BasicHeader(":authority", request.getFirstHeader("Host").getValue()));
        headers.add(new BasicHeader(":path", request.getPath()));
        for (var header : request.getHeaders()) {
            var name = header.getName().toLowerCase(Locale.ROOT);
            if (!name.equals("host") && !name.equals("connection")) {
                headers.add(new BasicHeader(name, header.getValue()));
            }
        }
        return headers;
    }

    /** The next frame that is not about the connection alone. */
    private RawFrame next() throws IOException, ProtocolException {
        while (true) {
            var frame = input.read(in);
            switch (FrameType.valueOf(frame.getType())) {
                case SETTINGS -> acknowledge(frame, FRAMES.createSettingsAck());
                case PING -> acknowledge(frame, FRAMES.createPingAck(frame.getPayloadContent()));
                case RST_STREAM -> throw new ProtocolException("the request was refused");
                case GOAWAY -> {
                    if (frame.getPayloadContent().getInt() < STREAM) {
                        throw new ProtocolException("the connection was refused");
                    }
                }
                case HEADERS, DATA -> {
                    return frame;
                }
                case null, default -> {
                    // About the connection, or of a kind that is to be passed over (RFC 9113, section 5.5).
                }
            }
        }
    }

    private void acknowledge(RawFrame frame, RawFrame acknowledgement) throws IOException {
        if (!frame.isFlagSet(FrameFlag.ACK)) {
            output.write(acknowledgement, out);
            out.flush();
        }
    }

    /** The whole block of headers, which may go on in further frames. */
    private ByteBuffer block(RawFrame headers) throws IOException, ProtocolException {
        var content = headers.getPayloadContent();
        if (headers.isFlagSet(FrameFlag.PRIORITY)) {
            content.position(content.position() + PRIORITY_OCTETS);
        }
        var block = new ByteArrayBuffer(content.remaining());
        block.append(content);
        for (var frame = headers; !frame.isFlagSet(FrameFlag.END_HEADERS); ) {
            frame = input.read(in);
            if (!frame.isType(FrameType.CONTINUATION)) {
                throw new ProtocolException("the headers were not finished");
            }
            block.append(frame.getPayloadContent());
        }
        return ByteBuffer.wrap(block.array(), 0, block.length());
    }

    private static ClassicHttpResponse response(List<Header> headers) throws ProtocolException {
        var status = headers.stream()
                .filter(header -> header.getName().equals(":status"))
                .map(Header::getValue)
                .filter(value -> value.matches("[1-9]\\d\\d"))
                .findFirst()
                .orElseThrow(() -> new ProtocolException("no status"));
        var response = new BasicClassicHttpResponse(Integer.parseInt(status));
        headers.stream().filter(header -> !header.getName().startsWith(":")).forEach(response::addHeader);
        return response;
    }

    /** What the frames of the body carry. */
    private final class Data extends InputStream {

        private @Nullable ByteBuffer content;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (content == null || !content.hasRemaining()) {
                if (ended) {
                    return -1;
                }
                content = data();
            }
            var count = Math.min(length, content.remaining());
            content.get(into, offset, count);
            return count;
        }

        private @Nullable ByteBuffer data() throws IOException {
            try {
                var frame = next();
                ended = frame.isFlagSet(FrameFlag.END_STREAM);
                return frame.isType(FrameType.DATA) ? frame.getPayloadContent() : null;
            } catch (ProtocolException e) {
                throw new IOException("the body was cut off", e);
            }
        }
    }
}
