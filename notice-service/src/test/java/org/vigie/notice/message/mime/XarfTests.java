package org.vigie.notice.message.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.vigie.notice.message.NoticeExamples.archive;
import static org.vigie.notice.message.NoticeExamples.baseline;
import static org.vigie.notice.message.NoticeExamples.content;
import static org.vigie.notice.message.NoticeExamples.facts;
import static org.vigie.notice.message.NoticeExamples.item;
import static org.vigie.notice.message.NoticeExamples.leadingTo;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.notice.message.NamedContent;
import org.vigie.notice.message.NamedContent.Classification;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeLanguage;
import org.vigie.notice.message.UnsafeNotice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** XARF parts against the published schemas, and the guard against parts that must not leave. */
class XarfTests {

    private static final Path VECTORS = Path.of(System.getProperty("vectors", "../shared/vectors"), "xarf");
    private static final String PUBLISHED = "https://xarf.org/schemas/v4/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final MimeNoticeRenderer RENDERER =
            new MimeNoticeRenderer(Wordings.load(null), LegalBasis.load(), null);

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "REMINDER", "ESCALATION", "STAYDOWN"})
    void everyPartFitsTheSchema(NoticeKind kind) {
        var parts = parts(
                kind,
                baseline(1),
                classified(Maturation.PREPUBESCENT, Act.SEX_ACT),
                classified(Maturation.POSTPUBESCENT, Act.EXHIBITION));

        assertThat(parts).hasSize(3);
        var schema = schema();
        assertThat(parts).allSatisfy(part -> assertThat(errors(schema, part)).isEmpty());
    }

    @Test
    void everyPartFitsTheSchemaWithoutTheSchemasOptionalFields() {
        var bare = item(1, "http://192.0.2.7/x", baseline(1));
        var idn = item(2, "https://xn--bcher-kva.example/x", baseline(2));
        var v6 = item(3, "http://[2001:db8::7]/x", baseline(3));

        var json = Stream.of(bare, idn, v6)
                .map(item -> RENDERER.render(facts(NoticeKind.FIRST, NoticeLanguage.FR, Format.XARF4, item)))
                .flatMap(notice -> ReadMail.of(notice.bytes()).ofType("application/json").stream())
                .toList();
        assertThat(json)
                .hasSize(3)
                .noneMatch(part -> part.contains("\"domain\" : \"xn--") || part.contains("\"domain\" : \"192"));
        var schema = schema();
        assertThat(json).allSatisfy(part -> assertThat(errors(schema, part)).isEmpty());
    }

    /**
     * A network finds its customer by the address: what the specification calls the source is one, where we know it.
     */
    @Test
    void namesTheAddressByWhichANetworkFindsItsCustomer() {
        var named = leadingTo(item(1, "http://img.site.example/x", baseline(1)), "198.51.100.7", "2001:db8::7");
        var literal = leadingTo(item(2, "http://198.51.100.8/x", baseline(2)), "198.51.100.8");
        var unknown = item(3, "http://img.site.example/y", baseline(3));
        var reports = Stream.of(named, literal, unknown)
                .map(item -> RENDERER.render(facts(NoticeKind.FIRST, NoticeLanguage.EN, Format.XARF4, item)))
                .map(notice ->
                        ReadMail.of(notice.bytes()).ofType("application/json").getFirst())
                .toList();

        var schema = schema();
        assertThat(reports).allSatisfy(part -> assertThat(errors(schema, part)).isEmpty());
        var read = reports.stream().map(JSON::readTree).toList();
        assertThat(read)
                .extracting(report -> report.get("source_identifier").asString())
                .containsExactly("198.51.100.7", "198.51.100.8", "img.site.example");
        assertThat(read.getFirst().get("domain").asString()).isEqualTo("img.site.example");
        assertThat(read.getFirst().get("dns_records"))
                .isEqualTo(JSON.readTree("{\"a\": [\"198.51.100.7\"], \"aaaa\": [\"2001:db8::7\"]}"));
        assertThat(read.subList(1, 3)).noneMatch(report -> report.has("dns_records"));
    }

    @Test
    void thePublishedSamplesFitTheSameSchema() throws IOException {
        var schema = schema();
        try (var samples = Files.list(VECTORS.resolve("samples/v4"))) {
            var files = samples.toList();
            assertThat(files).hasSize(32);
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(errors(schema, Files.readString(file))).isEmpty());
        }
    }

    @Test
    void theSchemaRefusesWhatItShould() {
        assertThat(errors(schema(), "{\"xarf_version\": \"4.2.0\", \"category\": \"content\", \"type\": \"csam\"}"))
                .isNotEmpty();
    }

    @Test
    void hasNoPartWithoutATrueClassification() {
        var parts = parts(
                NoticeKind.FIRST,
                archive(1),
                classified(Maturation.UNDETERMINED, Act.SEX_ACT),
                classified(Maturation.PREPUBESCENT, Act.UNKNOWN),
                content(
                        5,
                        Category.HARMFUL_ABUSIVE,
                        Maturation.PREPUBESCENT,
                        Act.SEX_ACT,
                        new Classification("interpol", "baseline", null, null)));

        assertThat(parts).isEmpty();
    }

    @Test
    void hasNoPartInARetraction() {
        assertThat(parts(NoticeKind.RETRACTION, baseline(1))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void refusesWhatNobodySaid(Consumer<ObjectNode> mutation) {
        var report = report();
        mutation.accept(report);

        assertThatThrownBy(() -> XarfGuard.clear(report, baseline(1))).isInstanceOf(UnsafeNotice.class);
    }

    static Stream<Consumer<ObjectNode>> mutations() {
        return Stream.of(
                report -> report.putArray("evidence")
                        .addObject()
                        .put("content_type", "image/jpeg")
                        .put("payload", "AAAA"),
                report -> report.putArray("evidence")
                        .addObject()
                        .put("content_type", "text/plain")
                        .put("payload", "AAAA"),
                report -> report.putArray("evidence"),
                report -> report.put("classification", "A1"),
                report -> report.put("classification", "Baseline"),
                report -> report.remove("classification"),
                report -> report.put("type", "csem"),
                report -> report.put("category", "copyright"),
                report -> report.put("detection_method", "ai_detection"),
                report -> report.put("screenshot_url", "https://example.invalid/s.png"),
                report -> report.put("reporter_name", "A Person"),
                report -> report.putObject("reporter").put("org", "x").put("person", "A Person"),
                report -> report.withObject("hash_values").put("photodna", "AAAA"),
                report -> report.withObject("hash_values").put("pdq", "AAAA"),
                report -> report.withObject("hash_values").put("sha256", "f".repeat(64)));
    }

    @Test
    void refusesAClassificationWhereTheAssessorGaveNone() {
        assertThatThrownBy(() -> XarfGuard.clear(report(), archive(1)))
                .hasMessage("unsafe notice: xarf.classification");
    }

    @Test
    void leavesInternalFieldsOut() {
        var report = report();
        report.putObject("_internal").put("ticket", "1");

        assertThat(XarfGuard.clear(report, baseline(1))).doesNotContain("_internal", "ticket");
    }

    private static ObjectNode report() {
        return (ObjectNode) JSON.readTree(parts(NoticeKind.FIRST, baseline(1)).getFirst());
    }

    private static NamedContent classified(Maturation maturation, Act act) {
        return content(2, Category.CSAM, maturation, act, new Classification(null, null, "Example", 1));
    }

    private static List<String> parts(NoticeKind kind, NamedContent... contents) {
        var item = item(1, "https://img.site.example/a?b=%C3%A9", contents);
        return ReadMail.of(RENDERER.render(facts(kind, NoticeLanguage.EN, Format.XARF4, item))
                        .bytes())
                .ofType("application/json");
    }

    private static List<?> errors(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .filter(error -> !error.getMessage().contains("RFC 5321")) // this validator refuses every address
                .toList();
    }

    private static Schema schema() {
        assumeThat(VECTORS).as("published XARF schemas, -Dvectors=<directory>").isDirectory();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(XarfTests::published));
        return registry.getSchema(SchemaLocation.of(PUBLISHED + "xarf-v4-master.json"));
    }

    private static @Nullable String published(String iri) {
        try {
            return iri.startsWith(PUBLISHED)
                    ? Files.readString(VECTORS.resolve("schemas/v4").resolve(iri.substring(PUBLISHED.length())))
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
