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

    @Test
    default void forgetsOldMailThatAnswersNothingAndWaitsForNobody() {
        var old = Instant.parse("2024-01-05T10:00:00Z");
        var answer = message(UUID.randomUUID(), UUID.randomUUID(), old, new Meaning.Unparsed());
        var waiting = message(UUID.randomUUID(), null, old, new Meaning.Unparsed());
        var automatic = message(UUID.randomUUID(), null, old, new Meaning.AutomaticReply());
        var later = message(UUID.randomUUID(), null, old.plusSeconds(1), new Meaning.AutomaticReply());
        var read = message(UUID.randomUUID(), null, old, new Meaning.Unparsed());
        List.of(answer, waiting, automatic, later, read).forEach(messages()::add);
        messages().read(read.messageId(), new Reading(null, new Meaning.Unparsed(), "A person", "spam", NOW));

        assertThat(messages().forget(old.plusSeconds(1))).isGreaterThanOrEqualTo(2);

        assertThat(List.of(answer, waiting, automatic, later, read))
                .filteredOn(one -> messages().find(one.messageId()).isPresent())
                .containsExactly(answer, waiting, later);
    }

    @Test
    default void keepsWhatAPersonReadInsteadOnce() {
        var message = message(UUID.randomUUID(), null, NOW, new Meaning.Unparsed());
        var notice = UUID.randomUUID();
        var reading =
                new Reading(notice, new Meaning.Answer(ReplyOutcome.NOT_OURS, Confidence.HIGH), "A person", "so", NOW);
        messages().add(message);

        assertThat(messages().read(message.messageId(), reading)).isTrue();
        assertThat(messages().read(message.messageId(), reading)).isFalse();
        assertThat(messages().read(UUID.randomUUID(), reading)).isFalse();

        assertThat(messages().find(message.messageId())).contains(message.readAs(reading));
        assertThat(messages().to(notice)).containsExactly(message.readAs(reading));
    }

    @Test
    default void listsAllOfThemPageByPage() {
        var longAgo = Instant.parse("2001-01-01T00:00:00Z");
        var waiting = message(UUID.randomUUID(), null, longAgo, new Meaning.Unparsed());
        var sayingNothing = message(UUID.randomUUID(), null, longAgo.plusSeconds(1), new Meaning.AutomaticReply());
        var answering = message(UUID.randomUUID(), UUID.randomUUID(), longAgo.plusSeconds(1), new Meaning.Unparsed());
        List.of(answering, sayingNothing, waiting).forEach(messages()::add);
        var all = new Messages.Filter(null, null);

        assertThat(messages().list(all, null, 2)).hasSize(2).first().isEqualTo(waiting);
        assertThat(messages().list(all, waiting, 2)).containsExactlyInAnyOrder(sayingNothing, answering);
        assertThat(messages().list(new Messages.Filter(true, null), null, 100))
                .contains(waiting)
                .doesNotContain(sayingNothing, answering);
        assertThat(messages().list(new Messages.Filter(null, Meaning.Kind.AUTOMATIC_REPLY), null, 1000))
                .contains(sayingNothing)
                .doesNotContain(waiting, answering);
        messages().read(waiting.messageId(), new Reading(null, new Meaning.Unparsed(), "A person", "spam", NOW));
        assertThat(messages().list(new Messages.Filter(true, null), null, 100)).doesNotContain(waiting);
    }

    private static Message message(UUID id, @Nullable UUID notice, Instant at, Meaning meaning) {
        var by = notice == null ? null : IdentifiedBy.RECIPIENT;
        return new Message(
                id,
                at,
                NOW.plusSeconds(9),
                notice,
                by,
                true,
                meaning,
                2,
                true,
                Mail.Limit.PARTS,
                "words",
                "more\nwords",
                null);
    }
}
