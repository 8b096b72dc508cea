package org.vigie.notice.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example of the specification. */
    @Test
    void signsAsTheSpecificationDoes() {
        var id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
        var body = "{\"test\": 2432232314}";

        assertThat(Signatures.of(List.of(SECRET), id, 1614265330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(Signatures.of(List.of("whsec_AAAA", SECRET), id, 1614265330, body))
                .endsWith(" v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
