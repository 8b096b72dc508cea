import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import org.vigie.store.EmbeddedStore;

/** The embedded store in a process of its own, at MongoDB's port, until killed. */
class Store {

    public static void main(String[] arguments) throws IOException {
        var store = EmbeddedStore.open(Path.of(arguments[0]), failure -> {
            throw failure;
        });
        var port = URI.create(store.uri("any")).getPort();
        try (var door = new ServerSocket(27017, 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one of the two hung up
        }
    }
}
