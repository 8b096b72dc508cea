package org.vigie.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Meaning.Recipient;
import org.vigie.notice.removal.ReplyOutcome;

/** What every {@link Messages} promises. */
public interface MessagesContract {

    Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    Messages messages();

    @Test
    default void keepsWhateverAMessageIs() {
        for (var meaning : List.of(
                new Meaning.DeliveryReport(
                        Fate.HARD_BOUNCE,
                        List.of(
                                new Recipient("desk@provider.test", Fate.HARD_BOUNCE, "5.1.1"),
                                new Recipient(null, Fate.QUOTA, "")),
                        Confidence.HIGH),
                new Meaning.Complaint(Meaning.Complaint.About.ABUSE),
                new Meaning.AutomaticReply(),
                new Meaning.Answer(ReplyOutcome.REFUSED, Confidence.LOW),
                new Meaning.Unparsed())) {
            var message = message(UUID.randomUUID(), UUID.randomUUID(), NOW, meaning);

            assertThat(messages().add(message)).isTrue();

            assertThat(messages().find(message.messageId())).contains(message);
        }
    }

    @Test
    default void keepsAMessageOnce() {
        var message = message(UUID.randomUUID(), UUID.randomUUID(), NOW, new Meaning.AutomaticReply());

        assertThat(messages().add(message)).isTrue();
        assertThat(messages().add(message(message.messageId(), null, NOW, new Meaning.Unparsed())))
                .isFalse();

        assertThat(messages().find(message.messageId())).contains(message);
    }

    @Test
    default void listsWhatCameBackToANoticeInItsOrder() {
        var notice = UUID.randomUUID();
        var later = message(UUID.randomUUID(), notice, NOW.plusSeconds(1), new Meaning.Unparsed());
        var earlier = message(UUID.randomUUID(), notice, NOW, new Meaning.AutomaticReply());
        List.of(later, earlier, message(UUID.randomUUID(), null, NOW, new Meaning.Unparsed()))
                .forEach(messages()::add);

        assertThat(messages().to(notice)).containsExactly(earlier, later);
    }

    private static Message message(UUID id, @Nullable UUID notice, Instant at, Meaning meaning) {
        var by = notice == null ? null : IdentifiedBy.RECIPIENT;
        return new Message(
                id, at, NOW.plusSeconds(9), notice, by, meaning, 2, true, Mail.Limit.PARTS, "words", "more\nwords");
    }
}
