package org.vigie.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import com.mongodb.client.internal.Clusters;
import com.mongodb.client.internal.MongoClientImpl;
import com.mongodb.connection.SocketSettings;
import com.mongodb.connection.SslSettings;
import com.mongodb.internal.connection.StreamFactory;
import com.mongodb.internal.connection.StreamFactoryFactory;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Clients in the store's own process, answered on the thread that asks. They speak the same protocol to the same
 * commands; what they save is the socket, two changes of threads and the system calls of each command.
 */
final class InProcess implements AutoCloseable {

    private final MongoBackend backend;
    private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    InProcess(MongoBackend backend) {
        this.backend = backend;
    }

    /** A client, its addresses in the settings only names. */
    MongoClient client(MongoClientSettings settings, MongoDriverInformation information) {
        var streams = new Streams();
        return new MongoClientImpl(
                Clusters.createCluster(settings, information, streams), settings, information, streams);
    }

    /** Waits for what is under way; what comes later fails as if the server were gone. */
    @Override
    public void close() {
        var nothingUnderWay = lock.writeLock();
        nothingUnderWay.lock();
        try {
            closed = true;
        } finally {
            nothingUnderWay.unlock();
        }
    }

    private final class Streams implements StreamFactoryFactory {

        @Override
        public StreamFactory create(SocketSettings socket, SslSettings tls) {
            return address -> new InProcessStream(address, new Connection());
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private final class Connection implements InProcessStream.Line {

        private final EmbeddedChannel channel = new EmbeddedChannel(
                new MongoWireReplyEncoder(),
                new MongoWireMessageEncoder(),
                new MongoWireProtocolHandler(),
                new MongoDatabaseHandler(backend, channels),
                new MongoExceptionHandler());

        @Override
        public EmbeddedChannel channel() {
            return channel;
        }

        @Override
        public void talk(Runnable exchange) throws IOException {
            var open = lock.readLock();
            open.lock();
            try {
                if (closed) {
                    throw new IOException("the store is closed");
                }
                exchange.run();
            } finally {
                open.unlock();
            }
        }
    }
}
