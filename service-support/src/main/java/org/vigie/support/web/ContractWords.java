package org.vigie.support.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What {@code contract/common.properties} and the file of the service say; the latter has the last word. */
final class ContractWords {

    private final Properties words = new Properties();

    ContractWords(String service) {
        read("common");
        read(service);
    }

    private void read(String name) {
        try (var file = ContractWords.class.getResourceAsStream("/contract/" + name + ".properties")) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String of(String name) {
        return words.getProperty(name);
    }
}
