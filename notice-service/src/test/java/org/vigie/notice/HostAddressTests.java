package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.events.Role;
import org.vigie.events.SealedUrl;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.support.seal.Keysets;

/**
 * Who runs a network is told the address by which it finds its customer; nobody else is, and nothing keeps it plain.
 */
@ServiceTest
class HostAddressTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final String ADDRESS = "198.51.100.77";

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private Keysets keysets;

    @Autowired
    private MongoOperations mongo;

    @Test
    void aHostIsToldTheAddressThatTheUrlsHostLedTo() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = reported();
        notified(caseId, sealed(caseId, ADDRESS, "2001:db8::77"), host);

        assertThat(mail.to(host.mailbox()))
                .singleElement()
                .satisfies(one -> assertThat(one.text())
                        .contains("IP address: " + ADDRESS + ", 2001:db8::77 (")
                        .contains("\"source_identifier\" : \"" + ADDRESS + "\""));
        assertThat(mongo.getCollectionNames())
                .isNotEmpty()
                .allSatisfy(collection -> assertThat(mongo.findAll(Document.class, collection))
                        .noneMatch(document -> document.toJson().contains(ADDRESS)));
    }

    /** In front of it is the CDN's address: the host would find nobody by it. */
    @Test
    void aHostBehindACdnIsNotToldTheAddressOfTheCdn() {
        var host = world.provider(Role.HOST, "abuse");
        var cdn = world.provider(Role.CDN, "cdn");
        var caseId = reported();
        notified(caseId, sealed(caseId, ADDRESS), host, cdn);

        assertThat(mail.to(host.mailbox()))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).doesNotContain(ADDRESS));
    }

    @Test
    void aRegistrarIsNotToldTheAddress() {
        var administrator = world.provider(Role.CONTENT_ADMIN, "abuse");
        var caseId = reported();
        notified(caseId, sealed(caseId, ADDRESS), administrator);

        assertThat(mail.to(administrator.mailbox()))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).doesNotContain(ADDRESS));
    }

    /** What was published before chains had addresses, and what was sealed for another case or as a location. */
    @Test
    void aNoticeLeavesWithoutAnAddressThatIsNotThereOrCannotBeOpened() {
        for (var kind : List.of("none", "another's", "location", "no address")) {
            var host = world.provider(Role.HOST, "abuse");
            var caseId = reported();
            var json = "{\"addresses\": [\"" + ADDRESS + "\"]}";
            var sealed = switch (kind) {
                case "another's" -> sealed(UUID.randomUUID(), ADDRESS);
                case "location" -> keysets.location().seal(json, caseId.toString());
                case "no address" -> sealed(caseId, "<b>" + ADDRESS);
                default -> null;
            };
            notified(caseId, sealed, host);

            assertThat(mail.to(host.mailbox()))
                    .as(kind)
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.text()).doesNotContain(ADDRESS).doesNotContain("IP address"));
        }
    }

    private UUID reported() {
        return world.reported(verifiedReport("http://" + someHost() + "/x.jpg", someHash()));
    }

    private void notified(UUID caseId, @Nullable SealedUrl addresses, TestWorld.Provider... chain) {
        var snapshot = world.chainOf(caseId, chain);
        world.send(Topics.CHAINS, caseId, ChainAddresses.with(addresses, snapshot));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    private SealedUrl sealed(UUID caseId, String... addresses) {
        return ChainAddresses.sealed(keysets, caseId, addresses);
    }
}
