package org.vigie.standalone.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that was written.
 *
 * @param name where it was, as a person would look it up
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Artefact(Kind kind, String name, byte[] bytes) {

    /** Classes of what a system writes. */
    public enum Kind {
        /** What it says to its operator: console, log files. */
        LOG,
        /** What it tells whoever watches it: actuator, Prometheus. */
        METERS,
        /** How its interfaces describe themselves. */
        CONTRACT,
        /** What it answers to those who were not given the URL: errors, lists, pages, headers. */
        ANSWERS,
        /** What a browser keeps of the desk: cookies, and answers that do not forbid it. */
        BROWSER,
        /** Segments of topics, dead letters and headers included, record by record. */
        TOPICS,
        /** Files of the store, and every key and value in them. */
        STORE,
        /** The records of who did what, and their checkpoints. */
        AUDIT,
        /** What is in the temporary directory after the end. */
        TEMPORARY,
        /** What a failing JVM leaves: heap dumps, error reports, core files. */
        DUMPS,
        /** A packed copy of the data directory, as operations.md makes one. */
        BACKUP,
        /** What providers are sent, which names the URL: that it is found there shows that the search finds. */
        MAIL
    }

    /** A word where none may be. */
    public record Hit(Kind kind, String name, String word, String way) {}

    /** The words in it, however they are written and packed. */
    public Stream<Hit> hits(Words words) {
        return Stream.concat(Stream.of(name.getBytes(UTF_8)), unpacked().stream())
                .flatMap(part -> words.in(part).stream())
                .map(found -> new Hit(kind, name, found.word(), found.way()))
                .distinct();
    }

    private List<byte[]> unpacked() {
        return Unpacked.of(bytes);
    }
}
