package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.InProcessInfrastructure;

/**
 * Has the service send every kind of notice, in both languages, to each mail system of {@code src/test/mail/trial.sh},
 * which then takes them there. They are signed with the key {@code dkim.pem} of the directory that {@code mail.trial}
 * names, and filed there, as is the class path by which {@code SendTrial} hands them over. The five days of it end now.
 */
@EnabledIfSystemProperty(named = "mail.trial", matches = ".+")
@InProcessInfrastructure
@SpringBootTest(
        classes = NoticeServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notice-service",
            "vigie.data=${mail.trial}/data",
            "vigie.clock-file=${mail.trial}/clock",
            "vigie.api-token=secret",
            "vigie.smtp=127.0.0.1:2525",
            "vigie.sender=Example Hotline <notices@hotline.example>",
            "vigie.dkim-key=${mail.trial}/dkim.pem",
            "vigie.dkim-selector=trial",
            "vigie.events.partitions=1"
        })
@Import({FilingChannel.class, TestWorld.class})
class MailTrialTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final int MANY = 60;
    private static final String ADDRESS = "198.51.100.7";

    /** A mail system, and in what form it wants its notices. */
    private enum Desk {
        POSTFIX(Format.XARF4),
        EXIM(Format.CSV),
        TEXT(Format.TEXT),
        RT(Format.XARF4),
        LISTS(Format.XARF4);

        private final Format format;

        Desk(Format format) {
            this.format = format;
        }

        TestWorld.Provider provider(TestWorld world, Role role, String mailbox, String language) {
            var address = "%s-%s@%s.example".formatted(mailbox, language, name().toLowerCase(Locale.ROOT));
            return world.providerAt(role, address, format, language);
        }
    }

    /** What happens to one provider and the next one in its chain, which are told all they can be told. */
    private record Told(
            TestWorld.Provider host,
            TestWorld.Provider upstream,
            UUID stays,
            UUID comesBack,
            UUID takenBack,
            List<UUID> many) {}

    @Autowired
    private TestWorld world;

    @Autowired
    private Keysets keysets;

    @Test
    void sendsEveryKindOfNotice() throws IOException {
        world.moveOn(Duration.between(world.now(), Instant.now().minus(Duration.ofDays(5))));
        var all = new ArrayList<Told>();
        for (var desk : Desk.values()) {
            for (var language : List.of("en", "fr")) {
                all.add(firstNotices(desk, language));
            }
        }
        all.forEach(told -> world.looked(told.comesBack(), Presence.DOWN));
        for (var day = 1; day <= 4; day++) {
            world.pass(Duration.ofHours(24));
            for (var told : all) {
                seen(told, day);
            }
            world.pass(Duration.ofHours(1));
        }
        var directory = Path.of(Objects.requireNonNull(System.getProperty("mail.trial")));
        try (var files = Files.list(directory)) {
            var notices = files.filter(file -> file.toString().endsWith(".eml")).toList();
            assertThat(notices).hasSizeGreaterThan(100).anyMatch(MailTrialTests::namesTheAddress);
        }
        // Surefire starts from a jar of its own that names the class path.
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Files.writeString(directory.resolve("classpath"), Objects.requireNonNull(classPath));
    }

    private static boolean namesTheAddress(Path notice) {
        try {
            return Files.readString(notice).contains(ADDRESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Told firstNotices(Desk desk, String language) {
        var host = desk.provider(world, Role.HOST, "abuse", language);
        var upstream = desk.provider(world, Role.UPSTREAM, "noc", language);
        world.decide("/v1/providers/" + host.id() + "/contacts/" + host.contactId() + "/test", "an.operator", null, "");
        var many = new ArrayList<UUID>();
        var site = someHost();
        var isTold60 = (desk == Desk.RT || desk == Desk.LISTS) && language.equals("en");
        for (var page = 0; isTold60 && page < MANY; page++) {
            many.add(ready("http://%s/gallery/%d.jpg".formatted(site, page), host, upstream));
        }
        var told = new Told(
                host,
                upstream,
                ready("http://" + someHost() + "/stays.jpg", host, upstream),
                ready("http://" + someHost() + "/back.jpg", host, upstream),
                ready("http://" + someHost() + "/wrong.jpg", host, upstream),
                many);
        world.pass(GATHERED);
        return told;
    }

    private UUID ready(String url, TestWorld.Provider... chain) {
        var sha256 = someHash();
        var hashes = "\"md5\": \"%s\", \"sha1\": \"%s\", \"sha256\": "
                .formatted(sha256.substring(0, 32), sha256.substring(0, 40));
        var caseId = world.reported(verifiedReport(url, sha256).replace("\"sha256\": ", hashes));
        resolved(caseId, chain);
        world.looked(caseId, Presence.REACHABLE);
        return caseId;
    }

    private void resolved(UUID caseId, TestWorld.Provider... chain) {
        var addresses = ChainAddresses.sealed(keysets, caseId, ADDRESS, "2001:db8::7");
        world.send(Topics.CHAINS, caseId, ChainAddresses.with(addresses, world.chainOf(caseId, chain)));
    }

    private void seen(Told told, int day) {
        world.looked(told.stays(), Presence.REACHABLE);
        if (day == 1) {
            told.many().forEach(caseId -> world.looked(caseId, Presence.REACHABLE));
        } else if (day == 2) {
            comesBack(told);
            takeBack(told);
        } else if (day == 4) {
            resolved(told.stays(), told.host(), told.upstream());
        }
    }

    private void comesBack(Told told) {
        world.looked(told.comesBack(), Presence.REAPPEARED);
        resolved(told.comesBack(), told.host(), told.upstream());
        world.looked(told.comesBack(), Presence.REAPPEARED);
    }

    private void takeBack(Told told) {
        var path = "/v1/cases/" + told.takenBack() + "/retraction";
        assertThat(world.decide(path, "one", null, "{\"reason\": \"wrong URL\"}")
                        .status())
                .isEqualTo(202);
        assertThat(world.decide(path + "/approval", "other", null, "{\"reason\": \"wrong URL\"}")
                        .status())
                .isEqualTo(200);
    }
}
