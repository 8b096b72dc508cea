package org.vigie.sandbox.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers for every name of the world, by UDP and TCP (RFC 1035, section 4.2); other names do not exist. */
public final class NameServer implements AutoCloseable {

    private static final int LARGEST_QUESTION = 4096;
    private static final int ATTEMPTS = 20;

    private final Zone zone;
    private final ServerSocket tcp;
    private final DatagramSocket udp;

    /**
     * Listens at once.
     *
     * @param port 0 for any that is free for both
     */
    public NameServer(Zone zone, int port) {
        this.zone = zone;
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        try {
            this.tcp = new ServerSocket();
            this.udp = bind(loopback, port, tcp);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's name server cannot listen", e);
        }
        Thread.ofVirtual().name("names-udp").start(this::answerDatagrams);
        Thread.ofVirtual().name("names-tcp").start(this::answerConnections);
    }

    /** Takes a UDP port whose TCP sister is free too. */
    private static DatagramSocket bind(InetAddress loopback, int port, ServerSocket tcp) throws IOException {
        for (var attempt = 1; ; attempt++) {
            var udp = new DatagramSocket(port, loopback);
            try {
                tcp.bind(new InetSocketAddress(loopback, udp.getLocalPort()));
                return udp;
            } catch (IOException e) {
                udp.close();
                if (port != 0 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
    }

    private void answerDatagrams() {
        var packet = new DatagramPacket(new byte[LARGEST_QUESTION], LARGEST_QUESTION);
        while (!udp.isClosed()) {
            try {
                packet.setLength(LARGEST_QUESTION);
                udp.receive(packet);
                var question = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
                var answer = answer(question);
                udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException _) {
                // closed, or not a question
            }
        }
    }

    private void answerConnections() {
        while (!tcp.isClosed()) {
            try {
                var client = tcp.accept();
                Thread.ofVirtual().name("names").start(() -> serve(client));
            } catch (IOException _) {
                // closed, or a client that went away
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(10_000);
            var in = new DataInputStream(client.getInputStream());
            var out = new DataOutputStream(client.getOutputStream());
            while (true) {
                var question = in.readNBytes(in.readUnsignedShort());
                var answer = answer(question);
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            }
        } catch (IOException _) {
            // asked enough
        }
    }

    private byte[] answer(byte[] bytes) throws IOException {
        var question = new Message(bytes);
        var asked = question.getQuestion();
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setFlag(Flags.RA);
        if (asked == null) {
            answer.getHeader().setRcode(Rcode.FORMERR);
            return answer.toWire();
        }
        answer.addRecord(asked, Section.QUESTION);
        var address = zone.address(asked.getName().toString(true).toLowerCase(Locale.ROOT));
        if (address.isPresent() && asked.getType() == Type.A) {
            answer.addRecord(
                    new ARecord(asked.getName(), DClass.IN, 0, InetAddress.ofLiteral(address.get())), Section.ANSWER);
            return answer.toWire();
        }
        if (address.isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        answer.addRecord(authority(), Section.AUTHORITY);
        return answer.toWire();
    }

    private static SOARecord authority() throws IOException {
        var server = Name.fromString("ns.sandbox.test.");
        return new SOARecord(
                Name.fromString("test."),
                DClass.IN,
                0,
                server,
                Name.fromString("nobody.sandbox.test."),
                1,
                3600,
                600,
                86_400,
                0);
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
