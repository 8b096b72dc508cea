package org.vigie.availability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.availability.fixture.Request;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.events.ProbeRule;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.testing.TopicRecords;

/** Looking changes nothing, takes nothing and keeps nothing. */
@ExtendWith(OutputCaptureExtension.class)
class HarmlessStoryTests extends CheckerStory {

    private static final String WORD = "zeugenschutzprogramm";

    private final AtomicInteger changes = new AtomicInteger();

    @Autowired
    private MongoOperations mongo;

    @Test
    void countsNoDownloadWhereHeadSaysEnough() {
        web.on("/a.jpg", countingGets(200));

        follow(web.url("/a.jpg"), 1, null);

        awaitPresence(Presence.REACHABLE);
        assertThat(changes).hasValue(0);
    }

    @Test
    void renewsNothingAtAFileHostEvenIfItDislikesHead() {
        web.on("/file/77", countingGets(405));
        publishLocation(web.url("/file/77"));

        publish(Topics.CASES, snapshot(1, false, null, ProbeRule.HEAD_ONLY));

        awaitFlag(Flag.UNVERIFIABLE);
        assertThat(web.requests()).extracting(Request::method).containsOnly("HEAD");
        assertThat(changes).hasValue(0);
    }

    @Test
    void deletesNothingByAskingForIt() {
        web.on("/file/77/delete", countingGets(405));

        follow(web.url("/file/77/delete"), 1, null);

        awaitFlag(Flag.UNVERIFIABLE);
        assertThat(web.connections()).isZero();
        assertThat(changes).hasValue(0);
    }

    @Test
    void asksForNothingWhereAPersonLooks() {
        publishLocation(web.url("/a.jpg"));

        publish(Topics.CASES, snapshot(1, false, null, ProbeRule.NEVER));

        awaitFlag(Flag.UNVERIFIABLE);
        assertThat(web.connections()).isZero();
    }

    @Test
    void theFirstLookWaitsForTheRule() {
        publishLocation(web.url("/a.jpg"));
        publish(Topics.CASES, snapshot(1, false, null, null));
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(web.connections()).isZero());

        publish(Topics.CASES, snapshot(2, false, null, ProbeRule.ANY));

        awaitPresence(Presence.REACHABLE);
    }

    @Test
    void comesFromThePageThatTheCaseNames() {
        var page = "http://example.test/gallery?id=5";
        web.on("/a.jpg", (request, out, socket) -> {
            var status = page.equals(request.header("referer")) ? 200 : 404;
            WebFixture.status(status, "Content-Type: image/jpeg").to(request, out, socket);
        });
        publishLocation(web.url("/a.jpg"), page);

        publishCase(1, null);

        assertThat(awaitPresence(Presence.REACHABLE).flags()).isEmpty();
    }

    @Test
    void keepsNothingOfAText(CapturedOutput output) {
        web.otherwise(WebFixture.content("text/html", "<p>nothing of that name</p>"))
                .on("/page", WebFixture.content("text/html", "<p>" + (WORD + " and more of it ").repeat(50) + "</p>"));

        follow(web.url("/page"), 1, null);

        awaitPresence(Presence.REACHABLE);
        assertThat(web.requests())
                .as("the text was asked for")
                .anyMatch(request -> request.method().equals("GET")
                        && request.target().equals("/page")
                        && request.header("range") == null);
        var kept = mongo.getCollectionNames().stream()
                .flatMap(name -> mongo.findAll(Document.class, name).stream())
                .map(Document::toJson)
                .toList();
        var said = Topics.COMPACTED.stream()
                .flatMap(topic -> TopicRecords.of(topic).stream())
                .map(record -> new String(record.value(), UTF_8))
                .toList();
        assertThat(kept).anyMatch(json -> json.contains(caseId.toString())).noneMatch(json -> json.contains(WORD));
        assertThat(said).anyMatch(json -> json.contains(caseId.toString())).noneMatch(json -> json.contains(WORD));
        assertThat(output.getAll()).doesNotContain(WORD);
    }

    /** A server on which every GET does something. */
    private WebFixture.Reply countingGets(int headStatus) {
        return (request, out, socket) -> {
            var head = request.method().equals("HEAD");
            if (!head) {
                changes.incrementAndGet();
            }
            WebFixture.status(head ? headStatus : 200, "Content-Type: image/jpeg")
                    .to(request, out, socket);
        };
    }

    private void awaitFlag(Flag flag) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(latest())
                        .hasValueSatisfying(
                                snapshot -> assertThat(snapshot.flags()).contains(flag)));
    }
}
