package org.vigie.store;

import com.mongodb.ServerAddress;
import com.mongodb.connection.AsyncCompletionHandler;
import com.mongodb.internal.connection.OperationContext;
import com.mongodb.internal.connection.Stream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bson.ByteBuf;
import org.bson.ByteBufNIO;

/** A driver's connection that ends in this process: what is written is answered before the write returns. */
final class InProcessStream implements Stream {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ServerAddress address;
    private final Line line;
    private ByteBuffer answer = NOTHING;

    /** Whom a connection talks to. */
    interface Line {

        /** The server's side of this connection, which nothing but {@link #talk} uses. */
        EmbeddedChannel channel();

        /** Does it while the store is open, and keeps it open until it is done. */
        void talk(Runnable exchange) throws IOException;
    }

    InProcessStream(ServerAddress address, Line line) {
        this.address = address;
        this.line = line;
    }

    @Override
    public void open(OperationContext context) {
        // nothing lies between
    }

    @Override
    public ByteBuf getBuffer(int size) {
        return buffer(ByteBuffer.allocate(size));
    }

    private static ByteBuf buffer(ByteBuffer bytes) {
        return new ByteBufNIO(bytes.order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public void write(List<ByteBuf> buffers, OperationContext context) throws IOException {
        int size = buffers.stream().mapToInt(ByteBuf::remaining).sum();
        var message = ByteBuffer.allocate(size);
        buffers.forEach(buffer -> message.put(buffer.asNIO()));
        line.talk(() -> line.channel().writeInbound(Unpooled.wrappedBuffer(message.flip())));
    }

    @Override
    public ByteBuf read(int size, OperationContext context) throws IOException {
        if (!answer.hasRemaining()) {
            answer = next();
        }
        if (answer.remaining() < size) {
            throw new IOException("the answer is shorter than it says");
        }
        var part = answer.slice(answer.position(), size);
        answer.position(answer.position() + size);
        return buffer(part);
    }

    private ByteBuffer next() throws IOException {
        io.netty.buffer.ByteBuf encoded = line.channel().readOutbound();
        if (encoded == null) {
            throw new IOException("the store gave no answer");
        }
        try {
            return ByteBuffer.wrap(ByteBufUtil.getBytes(encoded));
        } finally {
            encoded.release();
        }
    }

    @Override
    public void openAsync(OperationContext context, AsyncCompletionHandler<Void> handler) {
        throw new UnsupportedOperationException("the driver that waits is the only one");
    }

    @Override
    public void writeAsync(List<ByteBuf> buffers, OperationContext context, AsyncCompletionHandler<Void> handler) {
        throw new UnsupportedOperationException("the driver that waits is the only one");
    }

    @Override
    public void readAsync(int size, OperationContext context, AsyncCompletionHandler<ByteBuf> handler) {
        throw new UnsupportedOperationException("the driver that waits is the only one");
    }

    @Override
    public ServerAddress getAddress() {
        return address;
    }

    @Override
    public void close() {
        var _ = line.channel().close(); // at once
    }

    @Override
    public boolean isClosed() {
        return !line.channel().isOpen();
    }
}
