package org.vigie.notice.message.mime;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeLanguage;

/** The words of every language, read and checked once; an operator's directory may replace single files. */
final class Wordings {

    private final Map<NoticeLanguage, Wording> byLanguage = new EnumMap<>(NoticeLanguage.class);

    private Wordings(@Nullable Path replaced) {
        for (var language : NoticeLanguage.values()) {
            byLanguage.put(language, wording(new WordFiles(replaced, language.code())));
        }
    }

    /**
     * Reads all templates.
     *
     * @throws IllegalArgumentException naming the file and the line, if one cannot be read as a template
     */
    static Wordings load(@Nullable Path replaced) {
        return new Wordings(replaced);
    }

    Wording in(NoticeLanguage language) {
        return Objects.requireNonNull(byLanguage.get(language));
    }

    private static Wording wording(WordFiles files) {
        return new Wording(
                words(files),
                template(files, "request.txt"),
                template(files, "retraction.txt"),
                template(files, "decision.txt"),
                template(files, "test.txt"));
    }

    private static Properties words(WordFiles files) {
        try (var ours = files.ours("words.properties");
                var reader = files.open("words.properties")) {
            var words = new Properties();
            words.load(ours); // an operator's file may be older than a word
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Template template(WordFiles files, String name) {
        try (var reader = files.open(name)) {
            return Mustache.compiler()
                    .withEscaper(SafeLine::of)
                    .withLoader(files::open)
                    .strictSections(true)
                    .compile(reader);
        } catch (MustacheException e) {
            throw new IllegalArgumentException("template %s: %s".formatted(files.nameOf(name), e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of one language: the operator's where there is one, ours otherwise. */
    private record WordFiles(@Nullable Path replaced, String language) {

        String nameOf(String name) {
            return language + "/" + name;
        }

        Reader open(String name) throws IOException {
            if (replaced != null && Files.exists(replaced.resolve(nameOf(name)))) {
                return Files.newBufferedReader(replaced.resolve(nameOf(name)));
            }
            return ours(name);
        }

        Reader ours(String name) {
            var ours = Objects.requireNonNull(Wordings.class.getResourceAsStream(nameOf(name)), nameOf(name));
            return new InputStreamReader(ours, StandardCharsets.UTF_8);
        }
    }
}
