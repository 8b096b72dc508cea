package org.vigie.registry.dataset.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableReader;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.url.PublicSuffixes;

/** The data sets a service starts with. A table that is broken stops the start and says where. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSetProperties.class)
class DataSetFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DataSetFiles.class);
    private static final int VERSION_BYTES = 6;

    @Bean
    PublicSuffixes publicSuffixes() {
        return PublicSuffixes.bundled();
    }

    @Bean
    AsTable asTable(DataSetProperties properties) {
        var file = properties.asTable();
        if (file == null) {
            LOG.atInfo().log("No AS table is given; hosts are found by taught ranges and names only");
            return AsTable.NONE;
        }
        try {
            return read(file);
        } catch (BrokenDataSet e) {
            throw new IllegalArgumentException("VIGIE_AS_TABLE: " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("VIGIE_AS_TABLE: cannot read " + file, e);
        }
    }

    /** The version is made of the content, so that it is the same on every machine. */
    private static AsTable read(Path file) throws IOException {
        var digest = sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        var version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        try (var csv = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            var table = AsTableReader.read(csv, version);
            LOG.atInfo()
                    .addKeyValue("ranges", table.size())
                    .addKeyValue("version", version)
                    .log("AS table loaded");
            return table;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
