package org.vigie.registry.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsTableFileTests {

    private static final LocalDate DATED = LocalDate.parse("2026-06-17");
    private static final String CSV = """
            0.0.0.0,0.255.255.255,4,"Nought"
            1.0.0.0,1.255.255.255,5,Next
            200.0.0.0,200.0.0.0,4199999999,Höh
            255.0.0.0,255.255.255.255,6
            2001::,2001::ffff:ffff:ffff:ffff:ffff:ffff,7,Low
            2001:4:112:0:8000::,2001:4:112:0:8000::1,8,Halves
            2001:4:112:0:8000::2,2001:4:112:0:8000::3,9,Halves
            ff00::,ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,10,Last
            """;

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 4, Nought",
        "1.255.255.255, 5, Next",
        "200.0.0.0, 4199999999, Höh",
        "255.255.255.255, 6, AS6",
        "2001::ffff:ffff:ffff:ffff:ffff:ffff, 7, Low",
        "2001:4:112:0:8000::1, 8, Halves",
        "2001:4:112:0:8000::3, 9, Halves",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 10, Last"
    })
    void readsWhatItWrote(String address, long asn, String name) throws IOException {
        var read = read(written());

        assertThat(read.origin(InetAddress.ofLiteral(address))).contains(new AsTable.Origin(asn, name));
        assertThat(read.size()).isEqualTo(8);
        assertThat(read.edition()).isEqualTo(new Edition("test", DATED, "the operator's own"));
        assertThat(read.origin(InetAddress.ofLiteral("200.0.0.1"))).isEmpty();
        assertThat(read.origin(InetAddress.ofLiteral("2001:4:112:0:8000::4"))).isEmpty();
    }

    @Test
    void givesTheSameBytesForTheSameTable() throws IOException {
        assertThat(written()).isEqualTo(written());
    }

    @Test
    void refusesWhatIsCutOffDamagedOrSomethingElse() throws IOException {
        var good = written();

        for (int length = 0; length < good.length; length++) {
            var cut = Arrays.copyOf(good, length);
            assertThatExceptionOfType(BrokenDataSet.class).isThrownBy(() -> read(cut));
        }
        var damaged = good.clone();
        damaged[good.length - 6] ^= 1;
        assertThatExceptionOfType(BrokenDataSet.class).isThrownBy(() -> read(damaged));
        assertThatExceptionOfType(BrokenDataSet.class).isThrownBy(() -> read(new byte[] {1, 2, 3}));
    }

    private static byte[] written() throws IOException {
        var file = new ByteArrayOutputStream();
        AsTableFile.write(AsTableReader.read(new BufferedReader(new StringReader(CSV)), "test"), DATED, file);
        return file.toByteArray();
    }

    private static AsTable read(byte[] file) throws IOException {
        return AsTableFile.read(new ByteArrayInputStream(file));
    }
}
