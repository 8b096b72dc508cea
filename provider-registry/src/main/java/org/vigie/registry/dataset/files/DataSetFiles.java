package org.vigie.registry.dataset.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableCheck;
import org.vigie.registry.dataset.AsTableFile;
import org.vigie.registry.dataset.AsTableReader.Care;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.dataset.Loadable;
import org.vigie.registry.dataset.LoadedFile;
import org.vigie.registry.dataset.ShippedAsTable;
import org.vigie.registry.dataset.Shrunk;
import org.vigie.registry.dataset.SuffixCheck;
import org.vigie.support.settings.VigieSettings;
import org.vigie.url.InvalidSuffixList;
import org.vigie.url.PublicSuffixes;

/**
 * The data sets a service starts with. A table that the operator names and that is broken stops the start and says
 * where; one that was loaded earlier and is broken now does not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSetProperties.class)
class DataSetFiles {

    private static final String NONE = "none";
    private static final String AS_TABLE = "as-table";
    private static final String SUFFIXES = "public-suffix-list";

    @Bean
    LoadedFile<AsTable> loadedAsTable(VigieSettings settings) {
        return new LoadedFile<>(
                settings.data(),
                "as-table.gz",
                file -> AsTableFormats.read(file, Care.STRICT),
                (table, _, target) -> AsTableFile.write(
                        table, Objects.requireNonNull(table.edition().dated()), target));
    }

    @Bean
    Current<AsTable> currentAsTable(DataSetProperties properties, LoadedFile<AsTable> loaded) {
        return switch (properties.asTable().strip()) {
            case "" -> new Current<>(ShippedAsTable.read(), loaded, AsTableCheck::check, DataSetFiles::describe);
            case NONE -> new Current<>(AsTable.NONE, Optional::empty, (_, _) -> {}, DataSetFiles::describe);
            default -> named(properties.asTable().strip());
        };
    }

    @Bean
    Loadable loadableAsTable(LoadedFile<AsTable> loaded, Current<AsTable> current) {
        return loaded.of(AS_TABLE, current);
    }

    @Bean
    LoadedFile<PublicSuffixes> loadedSuffixes(VigieSettings settings) {
        return LoadedFile.asGiven(settings.data(), "public_suffix_list.dat", DataSetFiles::suffixes);
    }

    @Bean
    Current<PublicSuffixes> currentSuffixes(LoadedFile<PublicSuffixes> loaded) {
        return new Current<>(PublicSuffixes.bundled(), loaded, SuffixCheck::check, DataSetFiles::describe);
    }

    @Bean
    Loadable loadableSuffixes(LoadedFile<PublicSuffixes> loaded, Current<PublicSuffixes> current) {
        return loaded.of(SUFFIXES, current);
    }

    private static DataSet describe(AsTable table) {
        return new DataSet(AS_TABLE, table.edition(), table.size());
    }

    private static DataSet describe(PublicSuffixes suffixes) {
        var edition = Edition.stamped(suffixes.version().orElse("unknown"), "publicsuffix.org, MPL 2.0");
        return new DataSet(SUFFIXES, edition, suffixes.size());
    }

    private static PublicSuffixes suffixes(Path file) throws IOException {
        try {
            return PublicSuffixes.load(file);
        } catch (InvalidSuffixList e) {
            throw new BrokenDataSet(String.valueOf(e.getMessage()));
        }
    }

    /** A table of the operator's own, which may be one of a sandbox, knows none of the addresses everybody knows. */
    private static Current<AsTable> named(String name) {
        var file = LoadedFile.named(Path.of(name), path -> AsTableFormats.read(path, Care.TRIAL));
        try {
            return new Current<>(
                    file.first(),
                    file,
                    (next, before) -> Shrunk.check(next.size(), before.size(), "ranges"),
                    DataSetFiles::describe);
        } catch (BrokenDataSet e) {
            throw new IllegalArgumentException("VIGIE_AS_TABLE: " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("VIGIE_AS_TABLE: cannot read " + name, e);
        }
    }
}
