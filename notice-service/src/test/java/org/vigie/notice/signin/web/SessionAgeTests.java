package org.vigie.notice.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionAgeTests {

    private static final Duration LONGEST = Duration.ofHours(10);

    @Test
    void aSessionEndsAfterItsTimeHoweverMuchItIsUsed() throws ServletException, IOException {
        assertThat(isLeftAfter(LONGEST)).isTrue();
        assertThat(isLeftAfter(LONGEST.plusMillis(1))).isFalse();
    }

    private static boolean isLeftAfter(Duration time) throws ServletException, IOException {
        var session = new MockHttpSession();
        var request = new MockHttpServletRequest();
        request.setSession(session);
        var now = Instant.ofEpochMilli(session.getCreationTime()).plus(time);
        new SessionAge(LONGEST, InstantSource.fixed(now))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }
}
