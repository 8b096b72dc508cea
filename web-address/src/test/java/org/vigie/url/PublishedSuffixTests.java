package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases of publicsuffix.org. */
class PublishedSuffixTests {

    @Test
    void findsTheRegistrableDomainsWithTheirList() throws IOException {
        check(PublicSuffixes.load(Vectors.file("psl/public_suffix_list.dat")));
    }

    @Test
    void findsTheRegistrableDomainsWithTheBundledList() {
        check(PublicSuffixes.bundled());
    }

    private static void check(PublicSuffixes suffixes) {
        var cases = cases();
        for (var test : cases) {
            var registrable =
                    Host.parse(test[0]).flatMap(suffixes::registrableDomain).orElse("null");

            assertThat(registrable).as(test[0]).isEqualTo(ascii(test[1]));
        }
        System.out.println("psl/tests.txt: " + cases.size() + " cases right with list "
                + suffixes.version().orElse("of no version"));
        assertThat(cases).hasSize(77);
    }

    private static List<String[]> cases() {
        return Vectors.lines("psl/tests.txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("//") && !line.startsWith("null "))
                .map(line -> line.split(" ", 2))
                .toList();
    }

    private static String ascii(String name) {
        return name.equals("null") ? name : Host.parse(name).orElseThrow().text();
    }
}
