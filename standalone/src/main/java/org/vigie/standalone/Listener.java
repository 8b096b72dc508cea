package org.vigie.standalone;

/**
 * Something that listens on a port of its own.
 *
 * @param variable the environment variable that moves it
 * @param usualPort its port unless moved
 */
record Listener(String name, String variable, int usualPort) {

    static final Listener ISSUER = new Listener("issuer", "VIGIE_PORT_ISSUER", 8085);
    static final Listener KAFKA = new Listener("Kafka", "VIGIE_PORT_KAFKA", 9092);

    /** The port that the environment gives it; 0 for any free one. */
    int port(Settings settings) {
        return settings.get(variable).map(this::parse).orElse(usualPort);
    }

    private int parse(String value) {
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new CannotStart(variable + " is not a port number.");
    }
}
