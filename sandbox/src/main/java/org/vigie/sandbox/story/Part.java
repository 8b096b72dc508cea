package org.vigie.sandbox.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.vigie.events.Role;

/** A tale's name with what chance gives it. */
record Part(Scene scene, String reference, Chance chance) {

    private static final Duration LATEST_OPENING = Duration.ofDays(9);

    Provider one(Role type) {
        return chance.oneOf(scene.cast().reading(type));
    }

    Provider another(Role type, Provider than) {
        var others = scene.cast().reading(type).stream()
                .filter(provider -> !provider.equals(than))
                .toList();
        return chance.oneOf(others);
    }

    Provider refusing(Role type) {
        return chance.oneOf(scene.cast().refusing(type));
    }

    Provider losing(Role type) {
        return chance.oneOf(scene.cast().losing(type));
    }

    Duration hours(int least, int most) {
        return chance.hours(least, most);
    }

    Duration delay(Duration least, Duration most) {
        return chance.between(least, most);
    }

    String sha256() {
        return chance.sha256();
    }

    /** Some time in the first days. */
    Instant opens(Duration latest) {
        return Book.BEGINNING.plus(
                new Chance(scene.seed(), reference + "/opens").between(Duration.ofMinutes(1), latest));
    }

    /**
     * Places the tale: under the name of a content administrator if there is one among them, at the address of the
     * first other; a second other is the site's second home.
     */
    Draft at(Provider... chain) {
        var admins = Arrays.stream(chain)
                .filter(provider -> provider.type() == Role.CONTENT_ADMIN)
                .toList();
        var homes = Arrays.stream(chain)
                .filter(provider -> provider.type() != Role.CONTENT_ADMIN)
                .map(scene.places()::addressAt)
                .toList();
        var places = scene.places();
        var name = admins.isEmpty() ? places.nameOfItsOwn(chance) : places.nameAt(admins.getFirst());
        return draft(new Site(name, homes.isEmpty() ? List.of(places.addressAtNobodys()) : homes, chance.label()));
    }

    Draft onAnOnion() {
        return draft(new Site(Onion.name(chance.bytes()), List.of(), chance.label()));
    }

    private Draft draft(Site site) {
        var key = "sandbox/%d/%s".formatted(scene.seed(), reference);
        var maturation = chance.oneOf(List.of("PREPUBESCENT", "PREPUBESCENT", "POSTPUBESCENT", "UNDETERMINED"));
        var first =
                new Sighting(key, opens(LATEST_OPENING), chance.sha256(), Sighting.Kind.MEDIA, maturation, true, false);
        return new Draft(scene.seed(), reference, site, List.of(first));
    }
}
