package org.vigie.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\uFF1D1", "\u00A0=1"})
    void whatASpreadsheetWouldRunIsText(String name) {
        assertThat(new Csv().line(List.of(name)).toString().replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host A;=1+1 SA", "Host A\t=1+1", "Host A|=1+1"})
    void noOtherSeparatorBeginsAFormula(String name) {
        assertThat(new Csv().line(Arrays.asList("X", name, null, 5)).toString())
                .isEqualTo("\"X\",\"" + name + "\",\"\",\"5\"\r\n");
    }

    @Test
    void quotesWhatWouldEndAField() {
        assertThat(new Csv()
                        .line(Arrays.asList("a,b", "say \"x\"", "two\nlines", null, -3, 0.5))
                        .toString())
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",,-3,0.5\r\n");
    }
}
