package org.vigie.registry.dataset.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableReader.Care;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.CurrentAsTable;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.dataset.ShippedAsTable;
import org.vigie.support.settings.VigieSettings;
import org.vigie.url.PublicSuffixes;

/**
 * The data sets a service starts with. A table that the operator names and that is broken stops the start and says
 * where; one that was loaded earlier and is broken now does not.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSetProperties.class)
class DataSetFiles {

    private static final String NONE = "none";

    @Bean
    PublicSuffixes publicSuffixes() {
        return PublicSuffixes.bundled();
    }

    @Bean
    LoadedAsTable loadedAsTable(VigieSettings settings) {
        return new LoadedAsTable(settings.data());
    }

    @Bean
    CurrentAsTable currentAsTable(DataSetProperties properties, LoadedAsTable loaded) {
        return properties.asTable().isBlank()
                ? new CurrentAsTable(ShippedAsTable.read(), loaded)
                : new CurrentAsTable(named(properties.asTable()), Optional::empty);
    }

    private static AsTable named(String name) {
        if (name.equals(NONE)) {
            return AsTable.NONE;
        }
        try {
            return AsTableFormats.read(Path.of(name), Care.TRIAL);
        } catch (BrokenDataSet e) {
            throw new IllegalArgumentException("VIGIE_AS_TABLE: " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("VIGIE_AS_TABLE: cannot read " + name, e);
        }
    }

    @Bean
    DataSet.InUse asTableInUse(CurrentAsTable current) {
        return () -> {
            var table = current.get();
            return new DataSet("as-table", table.edition(), table.size());
        };
    }

    @Bean
    DataSet.InUse suffixesInUse(PublicSuffixes suffixes) {
        var edition = Edition.stamped(suffixes.version().orElse("unknown"), "publicsuffix.org, MPL 2.0");
        return () -> new DataSet("public-suffix-list", edition, suffixes.size());
    }
}
