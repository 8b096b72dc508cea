package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHost;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.vigie.notice.TestWorld.Answer;
import org.vigie.notice.batch.Batch.Count;
import org.vigie.notice.batch.BatchLine;
import org.vigie.notice.batch.Batches;
import org.vigie.notice.batch.LineResult;
import org.vigie.notice.batch.Lines;
import org.vigie.notice.batch.TakeBatch;
import org.vigie.notice.batch.WorkBatch;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Scope;
import org.vigie.support.access.Partner;
import tools.jackson.databind.JsonNode;

/** Many reports in one request: each line a report of its own, or named with what is wrong with it. */
@ServiceTest
class ReportBatchTests {

    private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final String mine = "hotline-" + UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Autowired
    private Batches batches;

    @Autowired
    private TakeBatch takeBatch;

    @Autowired
    private WorkBatch workBatch;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void filesEachLineOfJsonAndNamesTheBadOnes() {
        var good = "{\"url\": \"http://%s/é\", \"category\": \"CSAM\", \"verification\": \"SUSPECT\"}";
        var text = String.join(
                "\r\n",
                good.formatted(someHost()),
                "",
                "{\"url\": \"ftp://secret.test/1\", \"category\": \"CSAM\", \"verification\": \"SUSPECT\"}",
                "{\"url\": \"http://secret.test/2\", \"category\": \"CSAM\", \"verification\": \"PERHAPS\"}",
                "{\"url\": \"http://secret.test/3\", \"verification\": \"SUSPECT\"}",
                "{\"url\": \"http://secret.test/4\", \"http://secret.test/5\": 1}",
                "http://secret.test/6",
                "{\"url\": \"data:image/png;base64,iVBORw0KGgo=\", \"category\": \"CSAM\", \"verification\": \"SUSPECT\"}",
                "{\"partner_reference\": \"" + "x".repeat(70_000) + "\"}",
                "null",
                good.formatted(someHost()));

        var batch = batch(NDJSON, text);

        assertThat(batch.get("state").asString()).isEqualTo("DONE");
        assertThat(numbers(batch)).containsExactly(10, 2, 8);
        var lines = lines(id(batch), "");
        assertThat(told(lines))
                .containsExactly(
                        "1 FILED",
                        "3 REFUSED /url",
                        "4 REFUSED /verification",
                        "5 REFUSED /category",
                        "6 REFUSED ",
                        "7 REFUSED ",
                        "8 REFUSED /url",
                        "9 REFUSED ",
                        "10 REFUSED ",
                        "11 FILED");
        assertThat(lines.toString()).doesNotContain("secret", "base64", "xxx");
        assertThat(told(lines(id(batch), "?state=REFUSED"))).hasSize(8);
        var report = lines.getFirst().get("report_id").asString();
        assertThat(read("/v1/reports/" + report).json().get("reference"))
                .isEqualTo(lines.getFirst().get("reference"));
    }

    @Test
    void readsCsvAsTheSameReports() {
        var text = """
                \ufeffurl,category,verification,classification.organisation,classification.assessors,detection_method,content.hashes.md5,partner_reference
                http://%s/a,CSAM,VERIFIED,Example,2,MANUAL_REVIEW,d41d8cd98f00b204e9800998ecf8427e,"one ""two"", three"
                http://%s/b,CSAM,SUSPECT,,,,,

                "http://%s/c
                d",CSAM,SUSPECT,,,,,
                http://%s/e,CSAM,VERIFIED,Example,two,MANUAL_REVIEW,,
                http://%s/f,CSAM,SUSPECT
                http://%s/g,CSAM,SUSPECT,,,,12,
                """.replaceAll("%s", someHost());

        var batch = batch(CSV, text);

        var lines = lines(id(batch), "");
        assertThat(told(lines))
                .containsExactly(
                        "2 FILED",
                        "3 FILED",
                        "5 REFUSED /url",
                        "7 REFUSED /classification/assessors",
                        "8 REFUSED ",
                        "9 REFUSED /content/hashes/md5");
        assertThat(read("/v1/reports/" + lines.getFirst().get("report_id").asString())
                        .json()
                        .get("partner_reference")
                        .asString())
                .isEqualTo("one \"two\", three");
    }

    @Test
    void pagesThroughTheLines() {
        var text = IntStream.range(0, 600)
                .mapToObj(number -> number % 20 == 0 ? "[" : suspect())
                .collect(Collectors.joining("\n"));

        var id = id(batch(NDJSON, text));

        assertThat(all(id, "limit=70")).hasSize(600).isSorted().doesNotHaveDuplicates();
        assertThat(all(id, "limit=7&state=REFUSED"))
                .isEqualTo(
                        IntStream.range(0, 30).mapToObj(tens -> tens * 20 + 1).toList());
        assertThat(all(id, "limit=500&state=FILED")).hasSize(570);
    }

    @Test
    void theSameAgainIsTheSameBatch() {
        var key = UUID.randomUUID().toString();
        var text = suspect() + "\n" + suspect();
        var first = posted(NDJSON, text, key).json();
        world.settle();

        var again = posted(NDJSON, text, key);
        var other = posted(NDJSON, suspect(), key);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("batch_id")).isEqualTo(first.get("batch_id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(reports()).isEqualTo(2);
        assertThat(posted(NDJSON, suspect(), UUID.randomUUID().toString())
                        .json()
                        .get("batch_id"))
                .isNotEqualTo(first.get("batch_id"));
    }

    /** Each is still coming in when the next one comes. */
    @Test
    void fiveAreTakenAtOnce() throws IOException {
        assertThat(takenWhileOthersComeIn()).isEqualTo(5);
        world.settle();
        assertThat(posted(NDJSON, suspect(), UUID.randomUUID().toString()).status())
                .isEqualTo(202);
    }

    private int takenWhileOthersComeIn() throws IOException {
        var others = new AtomicInteger();
        var caller = new Partner(mine, false);
        var taken = takeBatch.take(Origin.of(caller), UUID.randomUUID().toString(), new Lines() {

            private boolean read;

            @Override
            public @Nullable BatchLine next() throws IOException {
                if (read) {
                    return null;
                }
                read = true;
                others.set(takenWhileOthersComeIn());
                return new BatchLine(1, suspect(), null);
            }

            @Override
            public String digest() {
                return "of one line";
            }
        });
        return taken instanceof TakeBatch.Taken.Stored ? others.get() + 1 : 0;
    }

    @Test
    void anothersIsAsIfItDidNotExist() {
        var id = id(batch(NDJSON, suspect()));
        var other = world.as("hotline-" + UUID.randomUUID(), "partner:read");

        for (var path : List.of("/v1/report-batches/%s", "/v1/report-batches/%s/lines")) {
            var nobodys = other.get(path.formatted(UUID.randomUUID()));
            assertThat(nobodys.status()).isEqualTo(404);
            assertThat(other.get(path.formatted(id))).isEqualTo(nobodys);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-ndjson           | ''                               | 400 | Has no line
            text/csv                       | 'url,category'                   | 400 | Has no line
            text/csv                       | 'url,secret'                     | 400 | Column 2
            text/csv                       | 'url,url'                        | 400 | Column 2
            text/csv                       | 'url;category'                   | 400 | commas separate them
            text/csv                       | 'url,category~"a"b,c~'           | 400 | From line 2
            application/json               | '{}'                             | 415 | images and other media never
            image/png                      | 'x'                              | 415 | images and other media never
            text/csv;charset=iso-8859-1    | 'url,category~a,b'               | 415 | images and other media never
            """)
    void refusesWhatIsNoBatch(String type, String text, int status, String why) {
        var answer = posted(
                MediaType.parseMediaType(type),
                text.replace('~', '\n'),
                UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(why).doesNotContain("secret");
        assertThat(mongo.getCollection("reportBatchParts").find()).noneMatch(part -> part.getBoolean("waiting"));
    }

    @Test
    void aQuotationMarkThatNothingClosesIsNotRead() {
        var answer = posted(
                CSV, "url,category\n\"" + "x".repeat(200_000), UUID.randomUUID().toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("quotation mark");
    }

    /** Two processes that work on a part at once, or one that ended before it noted how far it was. */
    @Test
    void aPartThatIsFiledTwiceIsFiledOnce() {
        var id = id(batch(NDJSON, suspect() + "\n[\n" + suspect()));
        var batch = batches.find(Scope.EVERYBODYS, id).orElseThrow();
        var before = lines(id, "");

        batches.answer(batch.upload(), 0, List.of(new LineResult.Refused(1, "", "late")));
        batches.advance(batch, batch, world.now());

        assertThat(workBatch.work(id)).isFalse();
        assertThat(lines(id, "")).isEqualTo(before);
        assertThat(batches.count(batch.upload(), 0)).isEqualTo(new Count(2, 1));
        assertThat(numbers(read("/v1/report-batches/" + id).json())).containsExactly(3, 2, 1);
    }

    @Test
    void anUploadThatNeverEndedIsForgotten() {
        var abandoned = UUID.randomUUID();
        batches.addPart(abandoned, 0, List.of(new BatchLine(1, suspect(), null)), world.now());

        batches.forgetAbandoned(world.now());
        assertThat(batches.unanswered(abandoned, 0)).hasSize(1);

        batches.forgetAbandoned(world.now().plus(Duration.ofSeconds(1)));
        assertThat(mongo.getCollection("reportBatchParts").find())
                .noneMatch(part -> part.getString("_id").startsWith(abandoned.toString()));
    }

    @Test
    void nothingOfItIsStoredInTheClear() {
        var host = someHost();
        var upload = UUID.randomUUID();
        batches.addPart(upload, 0, List.of(new BatchLine(1, suspect(host), null)), world.now());
        batch(NDJSON, suspect(host));

        for (var collection : mongo.getCollectionNames()) {
            assertThat(mongo.getCollection(collection).find())
                    .noneMatch(document -> document.toJson().contains(host));
        }
        batches.forget(upload);
    }

    private JsonNode batch(MediaType type, String text) {
        var answer = posted(type, text, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        world.settle();
        return read("/v1/report-batches/" + id(answer.json())).json();
    }

    private Answer posted(MediaType type, String text, String key) {
        return world.as(mine, "partner:submit").post("/v1/report-batches", type, text, key);
    }

    private Answer read(String path) {
        return world.as(mine, "partner:read").get(path);
    }

    private List<JsonNode> lines(UUID id, String query) {
        return read("/v1/report-batches/" + id + "/lines" + query)
                .json()
                .get("lines")
                .valueStream()
                .toList();
    }

    private List<Integer> all(UUID id, String query) {
        var found = new ArrayList<Integer>();
        for (var cursor = ""; ; ) {
            var page = read("/v1/report-batches/%s/lines?%s%s".formatted(id, query, cursor))
                    .json();
            page.get("lines").forEach(line -> found.add(line.get("line").asInt()));
            if (page.get("next").isNull()) {
                return found;
            }
            cursor = "&cursor=" + page.get("next").asInt();
        }
    }

    private long reports() {
        return mongo.getCollection("reports").countDocuments(new org.bson.Document("origin", "partner:" + mine));
    }

    private static List<String> told(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> "%d %s%s"
                        .formatted(
                                line.get("line").asInt(),
                                line.get("state").asString(),
                                line.get("field").isNull()
                                        ? ""
                                        : " " + line.get("field").asString()))
                .toList();
    }

    private static List<Integer> numbers(JsonNode batch) {
        return List.of(
                batch.get("lines").asInt(),
                batch.get("accepted").asInt(),
                batch.get("refused").asInt());
    }

    private static UUID id(JsonNode batch) {
        return UUID.fromString(batch.get("batch_id").asString());
    }

    private static String suspect() {
        return suspect(someHost());
    }

    private static String suspect(String host) {
        return "{\"url\": \"http://%s/s\", \"category\": \"CSAM\", \"verification\": \"SUSPECT\"}".formatted(host);
    }
}
