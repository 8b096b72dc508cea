package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Confidence;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;

class WhoActedTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            showed    | changed             | differs      | addressed     | acted         | confidence
            GONE_410  |                     | STATUS       | HOST          | HOST          | MEDIUM
            GONE_404  |                     | STATUS       | CONTENT_ADMIN | CONTENT_ADMIN | MEDIUM
            GONE_410  |                     | STATUS       | CDN           | CDN           | LOW
            GONE_410  |                     |              | HOST          | HOST          | LOW
            SOFT_GONE | AS_CHANGED          | STATUS DNS   | CDN           | HOST          | MEDIUM
            GONE_404  | DNS_ADDRESS_CHANGED | DNS          | HOST          | HOST          | MEDIUM
            NAME_GONE |                     | DNS          | HOST          | REGISTRAR     | MEDIUM
            NAME_GONE | DNS_NAME_GONE       | DNS          | HOST          | REGISTRAR     | HIGH
            OUTAGE    |                     |              | CDN           | HOST          | LOW
            GONE_410  | RDAP_STATUS         |              | HOST          | REGISTRAR     | HIGH
            """)
    void joinsHowItShowedWithWhatChanged(
            RemovalClass showed,
            @Nullable String changed,
            @Nullable String differs,
            Role addressed,
            Role acted,
            Confidence confidence) {
        var to = new Addressee(CaseExamples.HOST.providerId(), addressed);

        var who = WhoActed.of(showed, codes(changed), codes(differs), to, CaseExamples.HOST.providerId());

        assertThat(who.role()).isEqualTo(acted);
        assertThat(who.confidence()).isEqualTo(confidence);
    }

    private static List<String> codes(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
