package org.vigie.standalone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody else's MongoDB, named by {@code VIGIE_MONGO_URI}. */
record NamedStore(String server, String options) implements Store {

    private static final Pattern URI =
            Pattern.compile("(?<server>mongodb(\\+srv)?://[^/?]+)(/[^?]*)?(?<options>\\?.*)?");

    /**
     * @param uri a connection string; the database in it gives way to each service's own, unless it names where to
     *     authenticate ({@code authSource})
     */
    static NamedStore of(String uri) {
        var parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new CannotStart("VIGIE_MONGO_URI is not a connection string (mongodb://host:port).");
        }
        return new NamedStore(parts.group("server"), options(parts));
    }

    private static String options(Matcher parts) {
        var options = parts.group("options");
        return options == null ? "" : options;
    }

    @Override
    public String uri(String database) {
        return server + "/" + database + options;
    }

    @Override
    public String description() {
        return "the server named by VIGIE_MONGO_URI";
    }

    @Override
    public void close() {}
}
