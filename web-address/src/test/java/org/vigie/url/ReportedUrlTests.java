package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedUrlTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            http://h.test/a                                   | http://h.test/a
            `  http://h.test/a\t`                             | http://h.test/a
            <http://h.test/a>                                 | http://h.test/a
            <URL:http://h.test/a>                             | http://h.test/a
            "http://h.test/a"                                 | http://h.test/a
            (http://h.test/a_(b))                             | http://h.test/a_(b)
            [http://[2001:db8::1]/]                           | http://[2001:db8::1]/
            http://[2001:db8::1]                              | http://[2001:db8::1]/
            http://h.test/a_(b)                               | http://h.test/a_(b)
            http://h.test/a b.jpg                             | http://h.test/a%20b.jpg
            http://h.test/a,b;c'd.jpg                         | http://h.test/a,b;c'd.jpg
            http://h.test/r?u=http://i.test/&v=https://j.test | http://h.test/r?u=http://i.test/&v=https://j.test
            http://h.test/web/2020/http://i.test/             | http://h.test/web/2020/http://i.test/
            http://h.test/r?u=%3Dhttp://i.test/               | http://h.test/r?u=%3Dhttp://i.test/
            http://h.test/http-equiv;http=1                   | http://h.test/http-equiv;http=1
            http://h.test/a 1.2.3 b/c.jpg                      | http://h.test/a%201.2.3%20b/c.jpg
            http://http.h.test/a                              | http://http.h.test/a
            http://h.test/a my.folder b.jpg                   | http://h.test/a%20my.folder%20b.jpg
            http://h.test/caf\u00e9/a.jpg                        | http://h.test/caf%C3%A9/a.jpg
            http://h.test/a.                                  | http://h.test/a.
            hxxp://h[.]test/a.jpg                             | http://h.test/a.jpg
            hxxps[://]h[.]test/a[.]jpg?b[.]c#d[.]e            | https://h.test/a.jpg?b.c#d.e
            hxxp://h(dot)test/a(dot)jpg                       | http://h.test/a.jpg
            hxxp://h[.]test/r.php?u=hxxp[:]//www[.]i.test     | http://h.test/r.php?u=http://www.i.test
            hxxp://h[.]test/a [.] jpg                         | http://h.test/a.jpg
            http://h.test/#!AAAA!key                          | http://h.test/#!AAAA!key
            http://h.test/#!http://i.test/                    | http://h.test/#!http://i.test/
            http://h.test/s?q=cache:http://i.test/            | http://h.test/s?q=cache:http://i.test/
            http://h.test/a(1) (2) b.jpg                      | http://h.test/a(1)%20(2)%20b.jpg
            http://h.test/a?b[]=1&c[d]=2                      | http://h.test/a?b[]=1&c[d]=2
            http://h_1.a--b.test./a*b!c                       | http://h_1.a--b.test./a*b!c
            """)
    void isReadAsItWasMeant(String given, String url) {
        assertThat(ReportedUrl.parse(given).orElseThrow().href()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h52.test/a\nhttp://h53.test/a",
                "http://h.test/a\r\n/b",
                "http://h.test/a\tb",
                "http://h.test/a\u2028b",
                "http://h.test/a\u200bb",
                "http://h40.test/a http://h41.test/b",
                "http://h40.test/a\u00a0https://h41.test/b",
                "http://h40.test/a  <http://h41.test/b",
                "http://h40.test/a hxxp://h41[.]test/b",
                "hxxp://h40[.]test/a hxxp[:]//h41[.]test/b",
                "http://h40.test/a www.h41.test/b",
                "http://h40.test/a,http://h41.test/b",
                "http://h40.test/a;https://h41.test/b",
                "http://h40.test/a|http://h41.test/b",
                "http://h40.test/a%20http://h41.test/b",
                "http://h40.test/a%0Ahttp://h41.test/b",
                "http://h40.test/ahttp://h41.test/b",
                "http://h40.testhttp://h41.test/b",
                "http://h40.test/a>",
                "http://h40.test/a).",
                "http://h40.test/a)",
                "http://h40.test/a]",
                "http://h40.test/a}",
                "http://h40.test/a\"",
                "http://h40.test/a\">link</a>",
                "http://h40.test/a'",
                "http://h40.test/a\u2019",
                "http://h40.test/a\u201d.",
                "http://h40.test/a \u00bb",
                "http://h40.test/a,",
                "http://h40.test/a;",
                "http://h40.test/a[.]jpg",
                "http://h40.test/r?u=hxxp://h41.test",
                "hxxp://h40[.]test/a.b[.]jpg",
                "http://h40.test/a h41.test/b",
                "http://h40.test/a, h41[.]test:8080/b",
                "http://h40.test/a //h41.test/b",
                "http://h40.test/a+http://h41.test/b",
                "http://h40.test/a\u3001http://h41.test/b",
                "http://h40.test/a\u2014http://h41.test/b",
                "http://h40.test/a\u00adb",
                "http://h40.test/a](http://h40.test/a)",
                "http://h40.test/a\u3002",
                "http://h40.test/a\uff09",
                "http://h40.test/a\u300d",
                "http://h40.test/a\u203a",
                "http://h40.test/a\u2026",
                "http://h40.test/a...",
                "http://h40.test/a ftp://h41.test/b",
                "http://h40.test/a hxtp://h41.test/b",
                "http://h40.test/a http:/h41.test/b",
                "http://h40.test/a','http://h41.test/b",
                "http://h40.test/a*http://h41.test/b",
                "http://h40.test/a!http://h41.test/b",
                "http://h40.test/a{http://h41.test/b",
                "http://h40.test/a}http://h41.test/b",
                "http://h40.test/a@http://h41.test/b",
                "http://h40.test/a%C2%A0http://h41.test/b",
                "http://h40.test/a%E3%80%80http://h41.test/b",
                "http://h40.test/a,www.h41.test/b",
                "http://h40.test/a|h41.test/b",
                "http://h40.test/a;//h41.test/b",
                "http:\\/\\/h40.test\\/a\\/b",
                "http:\\\\h40.test\\a",
                "http://h40.test/a\\nb",
                "http://h40.test/a?x=1\\u0026y=2",
                "http://h40\\.test/a",
                "hxxp://h40[.]test/a\\.jpg",
                "http://h40.test/a\ufffdb",
                "http://h40.test/a\ud800b",
                "http://h40(.test/a",
                "http://h40.)test/a",
                "http://(h40.test)/a",
                "http://h40.test)/a",
                "http://h40,test/a",
                "http://h40(at)i.test/a",
                "http://h40_dot_test/a",
                "hxxp://h40-dot-test/a",
                "http://h40.test/a) and b",
                "http://h40.test/a]. See there",
                "http://h40.test/a(",
                "http://h40.test/a[",
                "http://h40.test/a[/url]",
                "http://h40.test/a**",
                "http://h40.test/a|",
                "http://h40.test/a`",
                "http://h40.test/a\u0964",
                "http://h40.test/a\u060c",
                "http://h40.test/a\u061f",
                "http://h40.test/a\u3015.",
                "http://h40.test/a\u27e9",
                "http://h40.test/a\u201c",
                "hxxp://h40[.]test/a[.jpg",
                "hxxp://h40[.]test/a.]jpg",
                "hxxp://h40[.]test/a(.jpg",
                "hxxp://h40[.]test/a[/]b",
                "hxxp://h40[.]test/a?b[=]c",
                "hxxp://h40[.]test/a dot jpg",
                "http://h40.test/a%5B.%5Djpg",
                "http://h40.test/r?u=hxxp%3A//h41.test",
                "http://http://h40.test/a",
                "https://https//h40.test/a",
                "hxxp://hxxp://h40[.]test/a",
                "http://h40.test/a 192.0.2.1/b",
                "http://h40.test/a,192.0.2[.]1:8080/b",
                "see http://h40.test/a",
                "ftp://h40.test/a",
                "h40.test/a",
                "<>",
                "",
            })
    void isNothingThatNobodyReported(String given) {
        assertThat(ReportedUrl.parse(given)).isEmpty();
    }

    @Test
    void losesTheSpaceAroundThatNobodySees() {
        assertThat(ReportedUrl.parse("\u200b\u00a0http://h.test/a\ufeff\n"))
                .map(WebUrl::href)
                .contains("http://h.test/a");
    }

    @Test
    void readsBackWhatWasDefanged() {
        var url = ReportedUrl.parse("https://a.example.com:8443/x.y?z=1#f").orElseThrow();

        assertThat(ReportedUrl.parse(Defanged.of(url))).contains(url);
    }
}
