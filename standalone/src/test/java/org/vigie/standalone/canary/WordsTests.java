package org.vigie.standalone.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.standalone.canary.Artefact.Hit;
import org.vigie.standalone.canary.Artefact.Kind;

/** What a library writes is found. */
class WordsTests {

    private static final String WORD = "q7w3e9r1t5y8u2i4o6pz";

    private final Words words = new Words(List.of(WORD));

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(ways("q7w3e9r1t5y8u2i4o6p another".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void findsWhatLibrariesWrite() throws IOException, MessagingException {
        assertThat(ways(("http://" + WORD + "/").getBytes(UTF_8))).contains("plain");
        assertThat(ways(URLEncoder.encode("ü/" + WORD, UTF_8).getBytes(UTF_8))).contains("plain");
        assertThat(ways(IDN.toASCII("bücher" + WORD + ".test").getBytes(UTF_8))).contains("plain");
        assertThat(ways(("x" + WORD).getBytes(UTF_8))).contains("plain");
        assertThat(ways(HexFormat.of().formatHex(("x" + WORD).getBytes(UTF_8)).getBytes(UTF_8)))
                .contains("hex");
        assertThat(ways(("x" + WORD).getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .contains("UTF-16");
        for (var before : List.of("", "a", "ab", "a long text of seventy letters or so that makes Base64 break")) {
            var text = (before + WORD + " and more after it, so that there is a second line").getBytes(UTF_8);
            assertThat(ways(mime("base64", text))).contains("Base64");
            assertThat(ways(Base64.getUrlEncoder().encode(text))).contains("Base64");
            assertThat(ways(mime("quoted-printable", text))).contains("plain");
        }
    }

    /** Where no library at hand writes letters that need no encoding in it. */
    @ParameterizedTest
    @CsvSource({
        "percent, %%%02X",
        "percent, %%%02x",
        "percent twice, %%25%02X",
        "quoted-printable, =%02X",
        "JSON escape, \\u%04x",
        "HTML reference, &#%d;",
        "HTML reference, &#x%x;"
    })
    void findsLettersThatAreEncodedNeedlessly(String way, String each) {
        var written = new StringBuilder("asked=\"");
        ("http://" + WORD + "/").chars().forEach(letter -> written.append(each.formatted(letter)));

        assertThat(ways(written.toString().getBytes(UTF_8))).contains(way);
    }

    @ParameterizedTest
    @EnumSource(value = CompressionType.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void findsWhatIsPackedInsideSomethingElse(CompressionType type) throws IOException {
        var inner =
                packed(type, ("{\"url\": \"http://" + WORD + "/\"}").repeat(3).getBytes(UTF_8));
        var outer = new ByteArrayOutputStream();
        outer.write("before it ".getBytes(UTF_8));
        outer.write(inner);
        outer.write(" after it".getBytes(UTF_8));

        assertThat(new String(outer.toByteArray(), ISO_8859_1).length()).isPositive();
        assertThat(ways(packed(CompressionType.GZIP, outer.toByteArray()))).contains("plain");
    }

    @Test
    void findsAWordInTheNameOfAFile() {
        assertThat(new Artefact(Kind.TEMPORARY, "/tmp/" + WORD + ".tmp", new byte[0]).hits(words))
                .extracting(Hit::way)
                .containsExactly("plain");
    }

    private List<String> ways(byte[] written) {
        return new Artefact(Kind.LOG, "", written).hits(words).map(Hit::way).toList();
    }

    private static byte[] mime(String encoding, byte[] text) throws IOException, MessagingException {
        var written = new ByteArrayOutputStream();
        try (OutputStream encoder = MimeUtility.encode(written, encoding)) {
            encoder.write(text);
        }
        return written.toByteArray();
    }

    private static byte[] packed(CompressionType type, byte[] plain) throws IOException {
        var buffer = new ByteBufferOutputStream(1024);
        try (var out = Compression.of(type).build().wrapForOutput(buffer, RecordBatch.MAGIC_VALUE_V2)) {
            out.write(plain);
        }
        ByteBuffer written = buffer.buffer().flip();
        var bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }
}
