package org.vigie.notice.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTests {

    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void saysWhoWasToldAndNothingOfWhatWasSaid() {
        var notice = NoticesContract.aNotice(new NoticeState.Sent(AT, false));

        assertThat(Acceptance.of(notice, AT, "Example hosting"))
                .containsEntry("reference", notice.reference().toString())
                .containsEntry("provider", notice.addressee().providerId().toString())
                .containsEntry("provider_name", "Example hosting")
                .containsEntry("accepted_at", "2026-11-30T12:00:00Z")
                .containsEntry("message_sha256", "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1")
                .doesNotContainKey("reply");
        assertThat(Acceptance.of(notice, AT, null))
                .doesNotContainKey("provider_name")
                .doesNotContainValue(notice.letter().recipient());
    }

    /** What a relay adds may quote anything. */
    @ParameterizedTest
    @CsvSource({"2.0.0 queued as 4F3ABC, 2.0.0", "250, 250", "2.1.5 http://planted.example.invalid/, 2.1.5", "thanks,"})
    void ofTheReplyOnlyTheCode(String status, String code) {
        var tried = NoticesContract.aNotice(new NoticeState.Sent(AT, false))
                .tried(new Attempt(AT, Attempt.Outcome.NOT_NOW, "4.2.0"))
                .tried(new Attempt(AT, Attempt.Outcome.ACCEPTED, status));

        assertThat(Acceptance.of(tried, AT, null).get("reply")).isEqualTo(code);
    }
}
