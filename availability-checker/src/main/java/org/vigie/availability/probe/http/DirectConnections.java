package org.vigie.availability.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Straight to the address, through no proxy. */
@Component
class DirectConnections implements Connections {

    /** Set before the connection is made, so that the kernel takes no more of a body than this. */
    private static final int RECEIVE_BUFFER = 8 * 1024;

    @Override
    public Socket open(InetSocketAddress address, Duration timeout) throws IOException {
        var socket = unconnected();
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.setTcpNoDelay(true);
            // Closing resets the connection: what the server still sends is thrown away by the kernel.
            socket.setSoLinger(true, 0);
            socket.connect(address, Math.toIntExact(timeout.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    Socket unconnected() {
        return new Socket(Proxy.NO_PROXY);
    }
}
