package org.vigie.notice.replypage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** How often one address may ask for what needs no API token. */
class VisitorLimitsTests {

    private final VisitorLimits limits = new VisitorLimits(new ReplyPageSettings(2));
    private final CountVisitors counting = new CountVisitors(limits);

    @Test
    void eachAddressHasItsOwnMinute() {
        limits.take("192.0.2.1");
        limits.take("192.0.2.1");

        assertThatThrownBy(() -> limits.take("192.0.2.1")).isInstanceOf(ReplyRefused.class);
        limits.take("192.0.2.2");
    }

    @Test
    void whatAMethodOfOursAnswersIsCounted() throws NoSuchMethodException {
        var method = new HandlerMethod(this, aMethod());
        assertThat(asked(method)).isTrue();
        assertThat(asked(method)).isTrue();

        assertThatThrownBy(() -> asked(method)).isInstanceOf(ReplyRefused.class);
    }

    /** Spring answers OPTIONS and unknown paths itself: nobody there turns a refusal into an answer. */
    @Test
    void whatNoMethodOfOursAnswersIsNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(asked(new Object())).isTrue();
        }
    }

    private boolean asked(Object handler) {
        return counting.preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), handler);
    }

    private static Method aMethod() throws NoSuchMethodException {
        return VisitorLimitsTests.class.getDeclaredMethod("eachAddressHasItsOwnMinute");
    }
}
