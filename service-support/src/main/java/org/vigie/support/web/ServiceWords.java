package org.vigie.support.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * What {@code common.properties} in a folder and the file of the service beside it say; the latter has the last word.
 */
final class ServiceWords {

    private ServiceWords() {}

    static Properties read(String folder, String service) {
        var words = new Properties();
        for (var name : List.of("common", service)) {
            try (var file = ServiceWords.class.getResourceAsStream("/%s/%s.properties".formatted(folder, name))) {
                if (file != null) {
                    words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }
}
