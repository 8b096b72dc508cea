package org.vigie.notice.replypage.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How often one address may ask for what needs no API token. */
class VisitorLimitsTests {

    private final VisitorLimits limits = new VisitorLimits(new ReplyPageSettings(2));

    @Test
    void eachAddressHasItsOwnMinute() {
        limits.take("192.0.2.1");
        limits.take("192.0.2.1");

        assertThatThrownBy(() -> limits.take("192.0.2.1")).isInstanceOf(ReplyRefused.class);
        limits.take("192.0.2.2");
    }
}
