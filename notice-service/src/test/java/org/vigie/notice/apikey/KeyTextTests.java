package org.vigie.notice.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** How keys are written. */
class KeyTextTests {

    @Test
    void endsWithTheCheckOfWhatIsBefore() {
        var key = KeyText.made(false, new SecureRandom());

        assertThat(key).hasSize(58).endsWith(KeyText.check(key.substring(0, 52)));
        assertThat(KeyText.made(false, new SecureRandom())).isNotEqualTo(key);
    }

    /** Python: {@code zlib.crc32(b"vgk_live_" + b"0" * 43)} is 1168784022, in base 62. */
    @Test
    void theCheckIsTheCrc32() {
        assertThat(KeyText.check("vgk_live_" + "0".repeat(43))).isEqualTo("1H667C");
    }

    /** {@code printf vgk_live_0 | sha256sum}. */
    @Test
    void theHashIsSha256() {
        assertThat(KeyText.hash("vgk_live_0"))
                .isEqualTo("d0d5bf0091a1aea1aee1b2e7dd7c4583aaa1ba69cc80419e84301162cf2f2ca8");
    }
}
