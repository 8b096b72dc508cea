package org.vigie.registry.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsTableReaderTests {

    private static final String TABLE = """
            # start,end,asn,name
            1.1.1.0,1.1.1.255,13335,"Cloudflare, Inc."
            5.0.0.0,5.0.0.9,64499
            223.255.255.0,223.255.255.255,4199999999,High
            2606:4700::,2606:4700:ffff:ffff:ffff:ffff:ffff:ffff,13335,Cloudflare
            """;

    @ParameterizedTest
    @CsvSource({
        "1.1.1.0, 13335",
        "1.1.1.255, 13335",
        "1.1.0.255, 0",
        "1.1.2.0, 0",
        "5.0.0.9, 64499",
        "5.0.0.10, 0",
        "0.0.0.0, 0",
        "255.255.255.255, 0",
        "223.255.255.7, 4199999999",
        "2606:4700::1111, 13335",
        "2606:46ff::, 0",
        "2606:4701::, 0",
        "ffff::, 0"
    })
    void findsTheSystemOfAnAddress(String address, long asn) throws IOException {
        var found = read(TABLE).origin(InetAddress.ofLiteral(address));

        assertThat(found.map(AsTable.Origin::asn).orElse(0L)).isEqualTo(asn);
    }

    @Test
    void keepsNamesWithCommas() throws IOException {
        assertThat(read(TABLE).origin(InetAddress.ofLiteral("1.1.1.1")))
                .contains(new AsTable.Origin(13335, "Cloudflare, Inc."));
        assertThat(read(TABLE).origin(InetAddress.ofLiteral("5.0.0.1"))).contains(new AsTable.Origin(64499, "AS64499"));
        assertThat(read(TABLE).size()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.1.1.0,1.1.1.255                                 | expected start,end,asn,name
            1.1.1.0,1.1.1.x,1,a                               | expected an address
            1.1.1.0,::1,1,a                                   | two families
            1.1.1.255,1.1.1.0,1,a                             | ends before it starts
            4.9.9.0,5.0.0.9,1,a                               | overlaps
            5.0.1.0,5.0.1.9,0,a                               | AS number
            5.0.1.0,5.0.1.9,4294967296,a                      | AS number
            5.0.1.0,5.0.1.9,AS1,a                             | AS number
            """)
    void refusesABrokenLineAndNamesIt(String line, String reason) {
        assertThatExceptionOfType(BrokenDataSet.class)
                .isThrownBy(() -> read("5.0.0.0,5.0.0.9,64499,a\n" + line))
                .withMessageContaining("line 2")
                .withMessageContaining(reason);
    }

    private static AsTable read(String csv) throws IOException {
        return AsTableReader.read(new BufferedReader(new StringReader(csv)), "test");
    }
}
