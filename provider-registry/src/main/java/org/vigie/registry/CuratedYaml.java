package org.vigie.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.provider.CuratedFile;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.ProviderFacts;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads curated providers from YAML: sections by name, each a list of providers. */
final class CuratedYaml implements CuratedFile {

    private static final String BUNDLED = "/org/vigie/registry/provider/curated.yaml";
    private static final String VERSION = "version";
    private static final int ISO_DATE = 10;
    private static final List<String> FIELDS = List.of("name", "type", "suffixes", "hosts", "ranges", "asns");

    private final @Nullable Path file;

    /**
     * A file to read when asked.
     *
     * @param file absent for the one that comes with the software
     */
    CuratedYaml(@Nullable Path file) {
        this.file = file;
    }

    /**
     * What {@code VIGIE_CURATED} names.
     *
     * @param value a file, {@code none}, or blank for the one that comes with the software
     */
    static CuratedFile named(String value) {
        return value.equals("none") ? List::of : new CuratedYaml(value.isBlank() ? null : Path.of(value));
    }

    /** What can be said of the file as a data set; its rows are the network objects. */
    static DataSet dataSet(CuratedFile file) {
        long rows = file.read().stream()
                .mapToLong(facts -> facts.networkObjects().size())
                .sum();
        return new DataSet(
                "curated",
                Edition.stamped(file instanceof CuratedYaml yaml ? yaml.version() : "none", "this project"),
                rows);
    }

    private String version() {
        try (var yaml = open()) {
            Map<String, Object> sections = load(yaml);
            return sections.get(VERSION) instanceof Date date
                    ? date.toInstant().toString().substring(0, ISO_DATE)
                    : String.valueOf(sections.get(VERSION));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Map<String, Object> load(InputStream yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("VIGIE_CURATED: cannot read the curated providers", e);
    }

    @Override
    public List<ProviderFacts> read() {
        try (var yaml = open()) {
            return read(yaml);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream open() throws IOException {
        if (file != null) {
            return Files.newInputStream(file);
        }
        var bundled = CuratedYaml.class.getResourceAsStream(BUNDLED);
        if (bundled == null) {
            throw new IllegalStateException("this build came without curated providers");
        }
        return bundled;
    }

    private static List<ProviderFacts> read(InputStream yaml) {
        Map<String, Object> sections = load(yaml);
        var all = new ArrayList<ProviderFacts>();
        sections.forEach((name, section) -> {
            if (!name.equals(VERSION)) {
                entries(name, section).forEach(entry -> all.add(facts(name, entry)));
            }
        });
        return all;
    }

    private static List<?> entries(String section, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("curated providers: %s is not a list".formatted(section));
    }

    private static ProviderFacts facts(String section, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> entry) || !FIELDS.containsAll(entry.keySet())) {
            throw new IllegalArgumentException(
                    "curated providers: %s has an entry with other fields than %s".formatted(section, FIELDS));
        }
        var objects = Stream.of(
                        objects(Kind.DOMAIN_SUFFIX, entry.get("suffixes")),
                        objects(Kind.EXACT_HOST, entry.get("hosts")),
                        objects(Kind.CIDR, entry.get("ranges")),
                        objects(Kind.ASN, entry.get("asns")))
                .flatMap(List::stream)
                .toList();
        return new ProviderFacts(
                null,
                String.valueOf(entry.get("name")),
                null,
                Role.valueOf(String.valueOf(entry.get("type"))),
                null,
                "curated: " + section,
                null,
                null,
                null,
                objects,
                List.of());
    }

    private static List<ObjectFact> objects(Kind kind, @Nullable Object values) {
        return values instanceof List<?> list
                ? list.stream()
                        .map(value -> new ObjectFact(kind, String.valueOf(value)))
                        .toList()
                : List.of();
    }
}
