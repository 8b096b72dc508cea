package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.MailboxChannel.Mail;

/** Several cases in one message: who shares one, who leaves it, and how often one is sent. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/digest-data",
            "vigie.clock-file=target/${test.fork:fork-1}/digest-clock"
        })
@ServiceTest
class DigestStoryTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void oneFirstNoticeNamesEverythingThatCameTogetherAtAHost() {
        var host = world.provider(Role.HOST, "abuse");
        var site = someHost();
        var urls = IntStream.range(0, 5)
                .mapToObj(i -> "http://" + site + "/first/" + i)
                .toList();

        urls.forEach(url -> ready(url, host));
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox()))
                .singleElement()
                .satisfies(one -> assertThat(named(one, urls)).isEqualTo(urls));
    }

    @Test
    void remindsOfAllOfAHostInOneDigestADayAndForgetsNone() {
        var host = world.provider(Role.CONTENT_ADMIN, "abuse");
        var site = someHost();
        var urls = List.of("http://" + site + "/a", "http://" + site + "/b", "http://" + site + "/c");
        var cases = new ArrayList<UUID>();
        for (var url : urls) {
            cases.add(ready(url, host));
            world.pass(Duration.ofHours(5)); // noticed at different times of the day
        }
        var before = mail.to(host.mailbox()).size();
        assertThat(before).isGreaterThanOrEqualTo(3);

        for (var day = 1; day <= 2; day++) {
            up(cases, 24);
        }

        var digests = mail.to(host.mailbox()).stream().skip(before).toList();
        assertThat(digests).as("one a day").hasSizeBetween(1, 2);
        assertThat(named(digests.getLast(), urls))
                .as("all of them from the second day")
                .isEqualTo(urls);
    }

    @Test
    void aHeldCaseLeavesAWaitingDigestAndTheOthersStay() {
        var host = world.provider(Role.HOST, "later");
        var site = someHost();
        var urls = List.of("http://" + site + "/kept", "http://" + site + "/held");
        var kept = ready(urls.get(0), host);
        var held = ready(urls.get(1), host);
        world.pass(GATHERED); // the relay says not now: the notice waits
        assertThat(mail.to(host.mailbox())).isEmpty();

        var answer = world.decide("/v1/cases/" + held + "/holds", "an.operator", "*", """
                {"owner": "Police", "reason": "investigation", "expires_at": "2027-01-01T00:00:00Z"}""");
        assertThat(answer.json().get("notices").get(0).get("answer").asString()).isEqualTo("PREVENTED");
        up(List.of(kept), 1);
        world.pass(Duration.ofMinutes(20));

        assertThat(mail.to(host.mailbox()))
                .singleElement()
                .satisfies(one -> assertThat(named(one, urls)).containsExactly(urls.getFirst()));
        assertThat(world.story(held).get("status").asString()).isEqualTo("HELD");
    }

    @Test
    void aCaseThatWentDownLeavesAWaitingDigest() {
        var host = world.provider(Role.HOST, "later");
        var site = someHost();
        var urls = List.of("http://" + site + "/up", "http://" + site + "/gone");
        var up = ready(urls.get(0), host);
        var gone = ready(urls.get(1), host);
        world.pass(GATHERED);

        world.looked(gone, Presence.DOWN);
        up(List.of(up), 1);
        world.pass(Duration.ofMinutes(20));

        assertThat(mail.to(host.mailbox()))
                .singleElement()
                .satisfies(one -> assertThat(named(one, urls)).containsExactly(urls.getFirst()));
    }

    @Test
    void nothingIsSentOfADigestThatAllLeft() {
        var host = world.provider(Role.HOST, "later");
        var site = someHost();
        var cases = List.of(ready("http://" + site + "/1", host), ready("http://" + site + "/2", host));
        world.pass(GATHERED);

        cases.forEach(one -> world.looked(one, Presence.DOWN));
        world.pass(Duration.ofHours(2));

        assertThat(mail.to(host.mailbox())).isEmpty();
    }

    @Test
    void twoHostNamesAreTwoMessages() {
        var host = world.provider(Role.HOST, "abuse");
        var urls = List.of("http://" + someHost() + "/x", "http://" + someHost() + "/x");

        urls.forEach(url -> ready(url, host));
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox()))
                .hasSize(2)
                .allSatisfy(one -> assertThat(named(one, urls)).hasSize(1));
    }

    @Test
    void aContactVettedNeverToForwardReadsOfSeveralHostsAtOnce() {
        var host = world.vettedProvider(Role.HOST, "abuse");
        var urls = List.of("http://" + someHost() + "/x", "http://" + someHost() + "/x");

        urls.forEach(url -> ready(url, host));
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox()))
                .singleElement()
                .satisfies(one -> assertThat(named(one, urls)).isEqualTo(urls));
    }

    @Test
    void aContactThatLosesItsVettingGetsOneHostAMessageAgain() {
        var host = world.vettedProvider(Role.HOST, "later");
        var urls = List.of("http://" + someHost() + "/x", "http://" + someHost() + "/x");
        var cases = urls.stream().map(url -> ready(url, host)).toList();
        world.pass(GATHERED); // written with both, and not taken by the relay

        world.retold(host, Health.OK, false);
        up(cases, 1);
        world.pass(Duration.ofHours(1));

        assertThat(mail.to(host.mailbox()))
                .hasSize(2)
                .allSatisfy(one -> assertThat(named(one, urls)).hasSize(1));
    }

    /** A case with a chain and a fresh look: its notice is gathered. */
    private UUID ready(String url, TestWorld.Provider host) {
        var caseId = world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        return caseId;
    }

    private void up(List<UUID> cases, int hours) {
        for (var hour = 0; hour < hours; hour++) {
            world.pass(Duration.ofHours(1));
            cases.forEach(one -> world.looked(one, Presence.REACHABLE));
        }
    }

    /** Those of the URLs that the machine-readable parts name. */
    private static List<String> named(Mail mail, List<String> urls) {
        return urls.stream().filter(url -> mail.text().contains(url)).toList();
    }
}
