package org.vigie.registry.curated;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.registry.dataset.AsTableCheck;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.ProviderFacts;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.registry.provider.SeedProviders;
import org.vigie.registry.provider.UnusableFact;
import org.vigie.url.PublicSuffixes;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads lists of providers from YAML: a version, and sections by name, each a list of providers. */
public final class CuratedYaml {

    private static final String VERSION = "version";
    private static final Pattern ROW = Pattern.compile("/([0-9]+)/");
    private static final Map<String, Kind> OBJECTS = new LinkedHashMap<>();

    static {
        OBJECTS.put("prefixes", Kind.URL_PREFIX);
        OBJECTS.put("suffixes", Kind.DOMAIN_SUFFIX);
        OBJECTS.put("hosts", Kind.EXACT_HOST);
        OBJECTS.put("ranges", Kind.CIDR);
        OBJECTS.put("asns", Kind.ASN);
    }

    private final PublicSuffixes suffixes;
    private final Map<String, Long> named = new LinkedHashMap<>();
    private final List<ProviderFacts> providers = new ArrayList<>();
    private @Nullable String version;

    private CuratedYaml(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /**
     * Reads a list that comes with the software.
     *
     * @param name of the file
     */
    public static CuratedList bundled(String name, PublicSuffixes suffixes) {
        try (var yaml = CuratedList.class.getResourceAsStream(name)) {
            if (yaml == null) {
                throw new IllegalStateException("this build came without " + name);
            }
            return read(yaml, suffixes);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    /**
     * Reads a list.
     *
     * @throws BrokenDataSet if it is none, with the line
     * @throws IOException if the file cannot be read
     */
    static CuratedList read(Path file, PublicSuffixes suffixes) throws IOException {
        try (var yaml = Files.newInputStream(file)) {
            return read(yaml, suffixes);
        }
    }

    private static CuratedList read(InputStream yaml, PublicSuffixes suffixes) throws IOException {
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (Reader reader = new InputStreamReader(yaml, strict)) {
            var list = new CuratedYaml(suffixes);
            list.root(new Yaml(new LoaderOptions()).compose(reader));
            return list.done();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new BrokenDataSet(mark == null ? 1 : mark.getLine() + 1L, "it is no YAML");
        } catch (YAMLException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new BrokenDataSet("it is no YAML");
        }
    }

    private CuratedList done() {
        if (version == null) {
            throw new BrokenDataSet("it names no version");
        }
        return new CuratedList(version, providers);
    }

    private void root(@Nullable Node root) {
        if (!(root instanceof MappingNode sections)) {
            throw new BrokenDataSet(1, "expected sections by name");
        }
        for (var section : sections.getValue()) {
            var name = text(section.getKeyNode());
            if (name.equals(VERSION)) {
                version = text(section.getValueNode());
            } else {
                sequence(section.getValueNode()).forEach(entry -> provider(name, entry));
            }
        }
    }

    private void provider(String section, Node node) {
        if (!(node instanceof MappingNode entry)) {
            throw new BrokenDataSet(line(node), "expected a provider");
        }
        var fields = new LinkedHashMap<String, Node>();
        for (var field : entry.getValue()) {
            var name = text(field.getKeyNode());
            if (!name.equals("name") && !name.equals("type") && !OBJECTS.containsKey(name)) {
                throw new BrokenDataSet(line(field.getKeyNode()), "expected name, type or " + OBJECTS.keySet());
            }
            fields.put(name, field.getValueNode());
        }
        var facts = new ArrayList<ObjectFact>();
        var lines = new ArrayList<Long>();
        OBJECTS.forEach((name, kind) -> {
            var values = fields.get(name);
            for (var value : values == null ? List.<Node>of() : sequence(values)) {
                facts.add(new ObjectFact(kind, text(value)));
                lines.add(line(value));
            }
        });
        add(section, line(node), fields, facts, lines);
    }

    private void add(String section, long line, Map<String, Node> fields, List<ObjectFact> objects, List<Long> lines) {
        var name = text(fields, "name");
        var provider = new ProviderFacts(
                null,
                name,
                null,
                role(line, fields),
                null,
                "curated: " + section,
                null,
                null,
                null,
                objects,
                List.of());
        var before = named.putIfAbsent(provider.type() + " " + name, line);
        if (before != null) {
            throw new BrokenDataSet(line, "the provider is in line %d already".formatted(before));
        }
        for (int i = 0; i < objects.size(); i++) {
            reserved(objects.get(i), lines.get(i));
        }
        try {
            SeedProviders.check(provider, suffixes);
        } catch (UnusableFact e) {
            var row = ROW.matcher(e.field());
            throw new BrokenDataSet(row.find() ? lines.get(Integer.parseInt(row.group(1))) : line, e.getMessage());
        }
        providers.add(provider);
    }

    private static void reserved(ObjectFact object, long line) {
        if (object.kind() == Kind.ASN
                && object.value().matches("[0-9]{1,10}")
                && AsTableCheck.isReserved(Long.parseLong(object.value()))) {
            throw new BrokenDataSet(line, "AS%s is reserved".formatted(object.value()));
        }
    }

    private static Role role(long line, Map<String, Node> fields) {
        try {
            return Role.valueOf(text(fields, "type"));
        } catch (IllegalArgumentException _) {
            throw new BrokenDataSet(line, "expected a type");
        }
    }

    private static List<Node> sequence(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        throw new BrokenDataSet(line(node), "expected a list");
    }

    private static String text(Map<String, Node> fields, String name) {
        var given = fields.get(name);
        return given == null ? "" : text(given);
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new BrokenDataSet(line(node), "expected a text");
    }

    private static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }
}
