package org.vigie.notice.delivery.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/** Sockets that are closed under whoever uses them when the time is over; a read timeout alone never ends a tarpit. */
final class EndingSockets extends SocketFactory implements AutoCloseable {

    private final List<Socket> opened = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    EndingSockets(Duration longest) {
        Thread.ofVirtual().name("smtp-end").start(() -> endAfter(longest));
    }

    @Override
    public Socket createSocket() {
        var socket = new Socket();
        opened.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        done.countDown();
    }

    private void endAfter(Duration longest) {
        try {
            if (!done.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                for (var socket : opened) {
                    socket.close();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // closed all the same
        }
    }
}
