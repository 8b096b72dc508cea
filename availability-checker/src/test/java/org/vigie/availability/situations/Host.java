package org.vigie.availability.situations;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A situation with the address and the files that it has in one run. */
final class Host {

    private final Situation situation;
    private final Place place;
    private final String address;
    private final String neighbour;
    private final Site site;
    /** When its URL was signed; to the second, as signatures are. */
    private final Instant signedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private boolean changed;
    private List<String> undone = List.of();

    /** @param number of the host; the next one is free for its neighbour, which stands for another domain */
    Host(Situation situation, Place place, int number) throws IOException {
        this.situation = situation;
        this.place = place;
        this.address = place.address(number);
        this.neighbour = place.address(number + 1);
        this.site = new Site(place.at("sites").resolve(situation.id()));
        site.make();
    }

    Situation situation() {
        return situation;
    }

    String address() {
        return address;
    }

    String neighbour() {
        return neighbour;
    }

    Site site() {
        return site;
    }

    String url() {
        if (situation.isPresigned()) {
            return S3.signed("GET", filled("{addr}:{front}"), situation.path(), Map.of(), signedAt, situation.goodFor())
                    .toString();
        }
        var tls = situation.scheme().equals("https");
        return "%s://%s:%d%s"
                .formatted(
                        situation.scheme(),
                        situation.hasName() ? name() : address,
                        tls ? place.tlsPort() : place.port(),
                        situation.path());
    }

    /** When a URL that was signed stops being good. */
    Instant signedUntil() {
        return signedAt.plus(situation.goodFor());
    }

    /**
     * An instant of the run as this host's watch has it. A URL that ends names the real time, by which its store goes:
     * its watch begins when it was signed.
     */
    Instant own(Instant time, Instant reported) {
        return situation.isPresigned() ? signedAt.plus(Duration.between(reported, time)) : time;
    }

    /** Does everything that the row says is done to the content; what is no matter of files is the servers'. */
    void change() throws IOException {
        changed = true;
        act(situation.actions());
    }

    /** Has the settings as they were before the change again. */
    void lift() throws IOException {
        changed = false;
        act(situation.liftedActions());
    }

    private void act(List<String> actions) throws IOException {
        undone = actions;
        for (var action : situation.isStored() ? List.<String>of() : actions) {
            if (!site.act(action) && !action.startsWith("stop")) {
                throw new IllegalArgumentException(situation.id() + ": nobody can " + action);
            }
        }
    }

    /** What the row says and a store is still to do; it is done then. */
    List<String> takeUndone() {
        var taken = undone;
        undone = List.of();
        return taken;
    }

    boolean hasOrigin() {
        return !(changed && situation.actions().contains("stop origin"));
    }

    private String name() {
        return situation.id() + ".test";
    }

    /** What a name server knows of this host now. */
    String names() {
        return filled(situation.names(changed).orElse("address=/{id}.test/{addr}"));
    }

    /** What this host resolves to now at the second resolver. */
    String resolved() {
        return filled(situation.resolved(changed));
    }

    /** The command of the program that serves this host alone, as it is now. */
    String run() {
        return filled(situation.run(changed));
    }

    /** Whether the program listens where the URL leads, with nothing before it. */
    boolean listensInFront() {
        return (situation.run(changed) + situation.settings(changed)).contains("{front}");
    }

    /** Whether the program that serves this host alone still runs. */
    boolean isServing() {
        return !(changed && situation.actions().contains("stop"));
    }

    /** The server's settings for this host as they are now. */
    String settings() {
        return filled(situation.settings(changed));
    }

    String sharedSettings() {
        return filled(situation.sharedSettings());
    }

    /** A text with this host's addresses, ports and files in their places. */
    String filled(String template) {
        return template.replace("{addr}", address)
                .replace("{other}", neighbour)
                .replace("{nobody}", place.address(Place.NOBODY))
                .replace("{front}", Integer.toString(place.port()))
                .replace("{port}", Integer.toString(situation.isCounted() ? place.countedPort() : place.port()))
                .replace("{tls}", Integer.toString(situation.isCounted() ? place.countedPort() : place.tlsPort()))
                .replace("{origin}", Integer.toString(place.originPort()))
                .replace("{resolver}", place.address(Place.RESOLVER) + "#" + place.namesPort())
                .replace("{root}", site.root().toString())
                .replace("{servers}", WebServer.INSTALLED.toString())
                .replace("{id}", situation.id())
                .replace("{dir}", place.directory().toString());
    }

    @Override
    public String toString() {
        return situation.toString();
    }
}
