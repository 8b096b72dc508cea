package org.vigie.registry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.registry.chain.NameAnswer;
import org.vigie.registry.chain.Registries;
import org.vigie.registry.curated.CuratedYaml;
import org.vigie.registry.dataset.AsTableReader;
import org.vigie.registry.provider.ProviderFacts;
import org.vigie.registry.provider.Samples;
import org.vigie.registry.provider.SeedProviders;
import org.vigie.testing.MutableClock;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;

/** The curated providers, and what can be said of a URL by them alone. */
class CuratedTests {

    private static final List<String> TABLE_1_0 = List.of(
            "ImageVenue",
            "Serverel",
            "CloudFlare",
            "Incrediserve LTD",
            "Trichan",
            "NFOrce Entertainment B.V.",
            "ImgOutlet.com",
            "ImgView.net",
            "FranTech Solutions",
            "ImgDew.com",
            "Host Sailor",
            "ColoCrossing",
            "ALFA TELECOM s.r.o.",
            "DataWeb Global Group B.V.",
            "ImgMaze.com",
            "Liteserver Holding B.V.",
            "ImageBam",
            "OVHcloud");

    private static final String AS_TABLE = """
            1.1.1.0,1.1.1.255,13335,Cloudflare
            104.16.0.0,104.16.255.255,13335,Cloudflare
            104.17.0.0,104.17.255.255,64499,Somebody Else
            """;

    private final MutableClock clock = MutableClock.at(Samples.NOW);

    @Test
    void namesEveryProviderOfTheReportsTableAndSaysNothingOfTheirNetworks() {
        var curated = everybody();

        assertThat(curated).extracting(ProviderFacts::name).containsAll(TABLE_1_0);
        assertThat(curated)
                .filteredOn(facts -> "curated: table_1_0".equals(facts.namingSource()))
                .hasSize(17)
                .allSatisfy(facts -> assertThat(facts.networkObjects()).isEmpty());
        assertThat(curated).allSatisfy(facts -> assertThat(facts.contacts()).isEmpty());
    }

    @Test
    void takesTheOperatorOfAPrivateSuffixForThePlatformAndNotItsTenant() throws IOException {
        assertThat(resolve(false, "http://tenant.github.io/x"))
                .contains("DOMAIN, shared or platform, degraded", "GitHub Pages (DOMAIN_SUFFIX", "NO_CONTACT")
                .doesNotContain("tenant");
    }

    @Test
    void takesARangeForACdnsOnlyWhereTheAsNumberAgrees() throws IOException {
        assertThat(resolve(false, "http://104.16.0.1/"))
                .contains("CloudFlare (ADDRESS_RANGE", "AWAITING_CDN_DISCLOSURE");
        assertThat(resolve(false, "http://104.17.0.1/")).doesNotContain("CloudFlare");
        assertThat(resolve(false, "http://104.18.0.1/")).doesNotContain("CloudFlare");
        assertThat(resolve(false, "http://1.1.1.1/")).doesNotContain("CloudFlare");
    }

    @Test
    void answersLineByLineAndRepeatsNoUrl() throws IOException {
        var answers = resolve(true, "http://tenant.github.io/x\n\nftp://secret.example/\nhttp://10.0.0.1/\n");

        assertThat(answers.lines())
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"line\":1", "GitHub Pages"),
                        second -> assertThat(second).contains("\"line\":3", "UNSUPPORTED_SCHEME"),
                        third -> assertThat(third).contains("\"line\":4", "UNROUTABLE"));
        assertThat(answers).doesNotContain("secret", "tenant", "10.0.0.1");
    }

    private static List<ProviderFacts> everybody() {
        return Stream.of("curated.yaml", "cdn-ranges.yaml")
                .flatMap(name -> CuratedYaml.bundled(name, Samples.SUFFIXES).providers().stream())
                .toList();
    }

    private String resolve(boolean json, String urls) throws IOException {
        var table = AsTableReader.read(new BufferedReader(new StringReader(AS_TABLE)), "test");
        var resolver = LocalKnowledge.resolver(
                SeedProviders.made(everybody(), Samples.SUFFIXES, clock),
                table,
                CuratedYaml.bundled("cdn-ranges.yaml", Samples.SUFFIXES),
                PublicSuffixes.bundled(),
                TestNetworks.none(),
                _ -> new NameAnswer.NotAsked(),
                Registries.NOBODY,
                clock);
        var out = new StringBuilder();
        new ResolveCommand(resolver, false, json).run(new BufferedReader(new StringReader(urls)), out);
        return out.toString();
    }
}
