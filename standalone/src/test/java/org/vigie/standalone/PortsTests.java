package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

    private static final Listener FIRST = new Listener("first", "VIGIE_PORT_FIRST", 0);
    private static final Listener SECOND = new Listener("second", "VIGIE_PORT_SECOND", 0);

    @Test
    void namesABusyPortWhoNeedsItAndWhatMovesIt() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new Settings(Map.of("VIGIE_PORT_SECOND", Integer.toString(busy.getLocalPort())));

            assertThatThrownBy(() -> Ports.free(List.of(FIRST, SECOND), settings))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll(
                            "Port " + busy.getLocalPort(), "127.0.0.1", "second needs it", "VIGIE_PORT_SECOND");
        }
    }

    @Test
    void findsTwoListenersWithTheSamePort() {
        var port = Integer.toString(Ports.anyFree(InetAddress.getLoopbackAddress()));
        var settings = new Settings(Map.of("VIGIE_PORT_FIRST", port, "VIGIE_PORT_SECOND", port));

        assertThatThrownBy(() -> Ports.free(List.of(FIRST, SECOND), settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("second needs it");
    }

    @Test
    void picksAFreePortForZero() {
        assertThat(Ports.free(List.of(FIRST), new Settings(Map.of())).of(FIRST)).isPositive();
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.free(List.of(FIRST), new Settings(Map.of("VIGIE_PORT_FIRST", "eighty"))))
                .isInstanceOf(CannotStart.class)
                .hasMessage("VIGIE_PORT_FIRST is not a port number.");
    }
}
