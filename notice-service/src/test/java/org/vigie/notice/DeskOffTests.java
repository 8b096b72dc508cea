package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Without a client at the issuer nobody signs in. */
@TestPropertySource(
        properties = {"vigie.data=target/off-data", "vigie.clock-file=target/off-clock", "vigie.desk.client="})
@ServiceTest
class DeskOffTests {

    @LocalServerPort
    private int port;

    @Test
    void thePageSaysHowToSwitchItOn() {
        var visitor = new DeskVisitor(port);

        for (var path : new String[] {"/desk", "/desk/sign-in", "/desk/signed-in?code=1&state=1", "/desk/cases/1"}) {
            var page = visitor.get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("The desk is switched off", "VIGIE_ISSUER", "VIGIE_DESK_CLIENT");
            assertThat(page.header("Set-Cookie")).isEmpty();
        }
        assertThat(visitor.postBare("/desk/sign-out", "a=b").status()).isEqualTo(404);
        assertThat(visitor.get("/desk/files/sign-in.css").status()).isEqualTo(200);
    }
}
