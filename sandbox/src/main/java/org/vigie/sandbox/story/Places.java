package org.vigie.sandbox.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives sites their names and addresses, none of them twice. */
final class Places {

    /** A network that nobody was taught to own. */
    private static final String UNLISTED = "127.77.1.";

    private final Map<String, Integer> given = new HashMap<>();

    /** A name under the content administrator's own suffix. */
    String nameAt(Provider admin) {
        return "img%d.%s".formatted(next(admin.name() + "/name"), admin.object().value());
    }

    /** A name of somebody's own, whom nobody knows. */
    String nameOfItsOwn(Chance chance) {
        var first = List.of("moss", "tin", "amber", "lantern", "cobble", "saffron", "quill", "birch");
        var second = List.of("album", "gallery", "drawer", "corner", "attic", "pages", "shelf", "yard");
        var name = chance.oneOf(first) + chance.oneOf(second);
        return name + next(name) + ".test";
    }

    String addressAt(Provider provider) {
        return provider.address(9 + next(provider.name()));
    }

    String addressAtNobodys() {
        return UNLISTED + (9 + next(UNLISTED));
    }

    private int next(String what) {
        return given.merge(what, 1, Integer::sum);
    }
}
