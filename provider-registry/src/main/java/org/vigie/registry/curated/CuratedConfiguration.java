package org.vigie.registry.curated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.dataset.Loadable;
import org.vigie.registry.dataset.LoadedFile;
import org.vigie.registry.dataset.Shrunk;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.ProviderFacts;
import org.vigie.support.settings.VigieSettings;
import org.vigie.url.AddressRange;
import org.vigie.url.PublicSuffixes;

/**
 * The lists of providers everybody starts with: platforms and named providers, and delivery networks with their ranges.
 * {@code VIGIE_CURATED} names a file instead of both, or is {@code none}.
 */
@Configuration(proxyBeanMethods = false)
public class CuratedConfiguration {

    private static final String CURATED = "curated";
    private static final String CDN_RANGES = "cdn-ranges";
    private static final String YAML = ".yaml";

    private final String named;
    private final Path data;
    private final Current<PublicSuffixes> suffixes;

    CuratedConfiguration(Environment environment, VigieSettings settings, Current<PublicSuffixes> suffixes) {
        this.named = environment.getProperty("vigie.curated", "").strip();
        this.data = settings.data();
        this.suffixes = suffixes;
    }

    @Bean
    LoadedFile<CuratedList> loadedCurated() {
        return loaded(CURATED);
    }

    @Bean
    LoadedFile<CuratedList> loadedCdnRanges() {
        return loaded(CDN_RANGES);
    }

    @Bean
    Current<CuratedList> curated(LoadedFile<CuratedList> loadedCurated) {
        return current(CURATED, loadedCurated, CuratedConfiguration::checkCurated);
    }

    @Bean
    Current<CuratedList> cdnRanges(LoadedFile<CuratedList> loadedCdnRanges) {
        return named.isBlank()
                ? current(CDN_RANGES, loadedCdnRanges, CuratedConfiguration::checkCdnRanges)
                : new Current<>(CuratedList.NONE, Optional::empty, (_, _) -> {}, list -> list.describe(CDN_RANGES));
    }

    @Bean
    Loadable loadableCurated(LoadedFile<CuratedList> loadedCurated, Current<CuratedList> curated) {
        return loadedCurated.of(CURATED, curated);
    }

    @Bean
    Loadable loadableCdnRanges(LoadedFile<CuratedList> loadedCdnRanges, Current<CuratedList> cdnRanges) {
        return loadedCdnRanges.of(CDN_RANGES, cdnRanges);
    }

    private LoadedFile<CuratedList> loaded(String name) {
        return LoadedFile.asGiven(data, name + YAML, file -> CuratedYaml.read(file, suffixes.get()));
    }

    private Current<CuratedList> current(
            String name, LoadedFile<CuratedList> loaded, Current.Check<CuratedList> check) {
        return switch (named) {
            case "" ->
                new Current<>(
                        CuratedYaml.bundled(name + YAML, suffixes.get()), loaded, check, list -> list.describe(name));
            case "none" -> new Current<>(CuratedList.NONE, Optional::empty, (_, _) -> {}, list -> list.describe(name));
            default -> operators(name);
        };
    }

    /** A file that the operator names; a broken one stops the start. */
    private Current<CuratedList> operators(String name) {
        var file = LoadedFile.named(Path.of(named), path -> CuratedYaml.read(path, suffixes.get()));
        try {
            return new Current<>(
                    file.first(),
                    file,
                    (next, before) -> Shrunk.check(next.rows(), before.rows(), "rows"),
                    list -> list.describe(name));
        } catch (BrokenDataSet e) {
            throw new IllegalArgumentException("VIGIE_CURATED: " + named + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("VIGIE_CURATED: cannot read " + named, e);
        }
    }

    static void checkCurated(CuratedList next, CuratedList before) {
        Shrunk.check(next.rows(), before.rows(), "rows");
        expect(next, "GitHub Pages", Kind.DOMAIN_SUFFIX, "github.io");
    }

    static void checkCdnRanges(CuratedList next, CuratedList before) {
        Shrunk.check(next.rows(), before.rows(), "rows");
        expect(next, "CloudFlare", Kind.ASN, "13335");
        expect(next, "CloudFlare", Kind.CIDR, "104.16.0.0/13");
        noneTwice(next);
    }

    private static void expect(CuratedList list, String provider, Kind kind, String value) {
        if (!list.names(provider, kind, value)) {
            throw new BrokenDataSet("%s should have %s %s".formatted(provider, kind, value));
        }
    }

    /** What two networks both publish is no evidence of either. */
    private static void noneTwice(CuratedList list) {
        record Published(ProviderFacts provider, AddressRange range, InetAddress first) {}
        var all = new ArrayList<Published>();
        for (var provider : list.providers()) {
            for (var object : provider.objects()) {
                if (object.kind() == Kind.CIDR) {
                    var cidr = object.value();
                    var first = InetAddress.ofLiteral(cidr.substring(0, cidr.indexOf('/')));
                    all.add(new Published(provider, AddressRange.parse(cidr), first));
                }
            }
        }
        for (var one : all) {
            for (var other : all) {
                if (!one.provider().equals(other.provider()) && one.range().contains(other.first())) {
                    throw new BrokenDataSet("%s of %s overlaps %s of %s"
                            .formatted(
                                    one.range(),
                                    one.provider().name(),
                                    other.range(),
                                    other.provider().name()));
                }
            }
        }
    }

    /** Everybody on both lists. */
    public static List<ProviderFacts> everybody(Current<CuratedList> curated, Current<CuratedList> cdnRanges) {
        var all = new ArrayList<>(curated.get().providers());
        all.addAll(cdnRanges.get().providers());
        return all;
    }
}
