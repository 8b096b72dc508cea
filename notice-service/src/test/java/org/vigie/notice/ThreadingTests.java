package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.MailboxChannel.Mail;

/** What each kind of notice names of what its addressee was sent before: headers, text and XARF alike. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/threading-data",
            "vigie.clock-file=target/${test.fork:fork-1}/threading-clock"
        })
@ServiceTest
class ThreadingTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final Duration DAY = Duration.ofHours(24);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    /** As a mail program reads it. */
    private record Read(String id, List<String> references, String inReplyTo, String text) {

        static Read of(Mail mail) {
            var whole = mail.text().replace("\r\n", "\n");
            var head = whole.substring(0, whole.indexOf("\n\n")).replaceAll("\n[ \t]+", " ");
            return new Read(
                    header(head, "Message-ID"),
                    Arrays.stream(header(head, "References").split(" ", -1))
                            .filter(id -> !id.isEmpty())
                            .toList(),
                    header(head, "In-Reply-To"),
                    whole);
        }

        private static String header(String head, String name) {
            var found = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(head);
            return found.find() ? found.group(1).strip() : "";
        }

        /** {@code RN-2026-00000042/1}, as its message id has it. */
        String reference() {
            return reference(id);
        }

        static String reference(String id) {
            return id.replaceFirst("^<(RN-[0-9]{4}-[0-9]{8})[.]([0-9]+)[.][0-9a-z]+@.*$", "$1/$2");
        }

        /** The references in the text under "Earlier notices". */
        List<String> told() {
            var found = Pattern.compile("(?s)Earlier notices to you about the same material:(.*?)\n\n")
                    .matcher(text);
            return found.find()
                    ? Pattern.compile("RN-[0-9]{4}-[0-9]{8}/[0-9]+")
                            .matcher(found.group(1))
                            .results()
                            .map(one -> one.group())
                            .toList()
                    : List.of();
        }

        void names(List<Read> earlier) {
            assertThat(inReplyTo).isEqualTo(earlier.getLast().id());
            assertThat(references).isEqualTo(earlier.stream().map(Read::id).toList());
            assertThat(told()).isEqualTo(earlier.stream().map(Read::reference).toList());
            assertThat(text).contains("\"in_reply_to\" : \"" + earlier.getLast().reference() + "\"");
        }

        void namesNothing() {
            assertThat(inReplyTo).isEmpty();
            assertThat(references).isEmpty();
            assertThat(told()).isEmpty();
            assertThat(text).doesNotContain("in_reply_to");
        }
    }

    @Test
    void eachReminderNamesTheFirstNoticeAndTheRemindersBefore() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        lookedAtForDays(caseId, 2);

        var sent = sentTo(host);
        assertThat(sent).hasSize(3);
        sent.get(0).namesNothing();
        sent.get(1).names(sent.subList(0, 1));
        sent.get(2).names(sent.subList(0, 2));
    }

    /** One digest of URLs that were notified one by one names the first notice of each. */
    @Test
    void aDigestNamesTheFirstNoticeOfEachUrlInIt() {
        var host = world.provider(Role.HOST, "abuse");
        var site = someHost();
        var one = notified("http://" + site + "/1", host);
        world.pass(Duration.ofHours(1));
        var other = notified("http://" + site + "/2", host);
        for (var hour = 0; hour < 24; hour++) {
            world.pass(Duration.ofHours(1));
            world.looked(one, Presence.REACHABLE);
            world.looked(other, Presence.REACHABLE);
        }
        world.pass(Duration.ofHours(1));

        var sent = sentTo(host);
        assertThat(sent).hasSize(3);
        sent.get(1).namesNothing();
        sent.get(2).names(sent.subList(0, 2));
    }

    @Test
    void aStayDownNoticeNamesWhatWasSentBeforeItWasGone() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        lookedAtForDays(caseId, 1);
        comesBack(caseId, host);

        var sent = sentTo(host);
        assertThat(sent).hasSize(3);
        sent.get(2).names(sent.subList(0, 2));
    }

    /** Its table has no XARF report, which would say the opposite. */
    @Test
    void aRetractionNamesEveryNoticeThatNamedTheUrl() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        lookedAtForDays(caseId, 2);
        comesBack(caseId, host);
        retract(caseId);

        var sent = sentTo(host);
        assertThat(sent.size()).isGreaterThanOrEqualTo(5);
        var retraction = sent.getLast();
        var before = sent.subList(0, sent.size() - 1);
        assertThat(retraction.text()).contains("etraction");
        assertThat(retraction.inReplyTo()).isEqualTo(before.getLast().id());
        assertThat(retraction.references())
                .isEqualTo(before.stream().map(Read::id).toList());
        assertThat(before).allSatisfy(one -> assertThat(retraction.text()).contains(one.reference()));
    }

    /** The next addressee was sent nothing: a thread that it cannot see would tell it whom else we wrote to. */
    @Test
    void anEscalationNamesNothingThatItsAddresseeWasNotSent() {
        var cdn = world.provider(Role.CDN, "cdn");
        var upstream = world.provider(Role.UPSTREAM, "upstream");
        var caseId = notified(cdn, upstream);
        lookedAtForDays(caseId, 2);
        world.resolved(caseId, cdn, upstream);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        lookedAtForDays(caseId, 1);

        var sent = sentTo(upstream);
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
        sent.get(0).namesNothing();
        sent.get(1).names(sent.subList(0, 1));
        assertThat(sentTo(cdn))
                .allSatisfy(one -> assertThat(sent)
                        .noneMatch(
                                other -> other.text().contains(one.reference().replaceFirst("/.*", ""))));
    }

    /** 60 URLs that were notified one by one: the first, under which threads are kept, and the nineteen latest. */
    @Test
    void namesAtMostTwentyTheFirstAndTheLatest() {
        var host = world.provider(Role.HOST, "abuse");
        var site = someHost();
        var cases = new ArrayList<UUID>();
        for (var url = 0; url < 24; url++) {
            cases.add(notified("http://" + site + "/" + url, host));
            world.pass(Duration.ofMinutes(6));
        }
        for (var hour = 0; hour < 24; hour++) {
            world.pass(Duration.ofHours(1));
            cases.forEach(one -> world.looked(one, Presence.REACHABLE));
        }

        var sent = sentTo(host);
        var digest = sent.getLast();
        assertThat(sent).hasSize(25);
        var latest = sent.subList(5, 24);
        assertThat(digest.references()).hasSize(20).startsWith(sent.getFirst().id());
        assertThat(digest.references().subList(1, 20))
                .isEqualTo(latest.stream().map(Read::id).toList());
        assertThat(digest.inReplyTo()).isEqualTo(sent.get(23).id());
        assertThat(digest.told()).hasSize(20);
    }

    private UUID notified(TestWorld.Provider... chain) {
        return notified("http://" + someHost() + "/x.jpg", chain);
    }

    private UUID notified(String url, TestWorld.Provider... chain) {
        var caseId = world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId, chain);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private void lookedAtForDays(UUID caseId, int days) {
        for (var day = 0; day < days; day++) {
            world.pass(DAY.minusMinutes(30));
            world.looked(caseId, Presence.REACHABLE);
            world.pass(Duration.ofMinutes(35));
        }
    }

    private void comesBack(UUID caseId, TestWorld.Provider host) {
        world.looked(caseId, Presence.DOWN);
        world.pass(Duration.ofDays(1));
        world.looked(caseId, Presence.REAPPEARED);
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REAPPEARED);
        world.pass(GATHERED);
    }

    private void retract(UUID caseId) {
        var path = "/v1/cases/" + caseId + "/retraction";
        world.decide(path, "one", null, "{\"reason\": \"wrong URL\"}");
        world.decide(path + "/approval", "other", null, "{\"reason\": \"wrong URL\"}");
        world.pass(GATHERED);
    }

    private List<Read> sentTo(TestWorld.Provider provider) {
        return mail.to(provider.mailbox()).stream().map(Read::of).toList();
    }
}
