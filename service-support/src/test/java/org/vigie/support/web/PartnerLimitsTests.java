package org.vigie.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Partner;

class PartnerLimitsTests {

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
    private final PartnerLimits limits = new PartnerLimits(2, time::get);

    @Test
    void saysWhatIsLeftAndRefusesWhatIsMore() {
        assertThat(left("a")).isEqualTo("\"partner\";r=1;t=60");
        pass(Duration.ofMillis(18_500));
        assertThat(left("a")).isEqualTo("\"partner\";r=0;t=42");
        assertThatThrownBy(() -> left("a"))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused -> assertThat(refused.seconds()).isEqualTo(42));
        assertThat(left("b")).isEqualTo("\"partner\";r=1;t=60");

        pass(Duration.ofMillis(41_500));
        assertThat(left("a")).isEqualTo("\"partner\";r=1;t=60");
    }

    @Test
    void countsNobodyElse() {
        var response = asked(new Caller.TokenHolder());

        assertThat(response.getHeaderNames()).isEmpty();
    }

    private String left(String partner) {
        var response = asked(new Partner(partner));
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"partner\";q=2;w=60");
        return String.valueOf(response.getHeader("RateLimit"));
    }

    private MockHttpServletResponse asked(Caller caller) {
        var request = new MockHttpServletRequest();
        request.setUserPrincipal(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        var response = new MockHttpServletResponse();
        limits.preHandle(request, response, this);
        return response;
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
