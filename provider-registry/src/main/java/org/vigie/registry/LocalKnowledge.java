package org.vigie.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.registry.chain.Knowledge;
import org.vigie.registry.chain.LocalResolver;
import org.vigie.registry.chain.NameAnswer;
import org.vigie.registry.chain.NetworkBook;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableReader;
import org.vigie.registry.provider.SeedProviders;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;

/** What can be said of a URL with files alone: no service, no store, no network. */
public final class LocalKnowledge {

    private LocalKnowledge() {}

    /**
     * A resolver that asks nobody.
     *
     * @param curated providers instead of those that come with the software, absent for those
     * @param asTable CSV of {@code start,end,asn,name}, absent for none
     * @throws IOException if a file cannot be read
     * @throws org.vigie.registry.dataset.BrokenDataSet if the table is broken
     */
    public static LocalResolver resolver(
            @Nullable Path curated, @Nullable Path asTable, TestNetworks testNetworks, Clock clock) throws IOException {
        var suffixes = PublicSuffixes.bundled();
        var providers = SeedProviders.made(new CuratedYaml(curated).read(), suffixes, clock);
        var knowledge = new Knowledge(
                new NetworkBook(providers),
                asTable == null ? AsTable.NONE : read(asTable),
                suffixes,
                testNetworks,
                new GlobalAddresses(testNetworks, List.of()));
        return new LocalResolver(knowledge, _ -> new NameAnswer.NotAsked());
    }

    private static AsTable read(Path file) throws IOException {
        try (BufferedReader csv = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return AsTableReader.read(csv, String.valueOf(file.getFileName()));
        }
    }
}
