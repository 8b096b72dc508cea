package org.vigie.sandbox.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.vigie.events.Role;
import org.vigie.sandbox.WorldJson;

/** Everybody in the world, as {@code providers.json} lists them. */
public record Cast(List<Provider> providers) {

    public Cast {
        providers = List.copyOf(providers);
    }

    /** Reads the list that comes with the program. */
    public static Cast read() {
        try (var file = Cast.class.getResourceAsStream("providers.json")) {
            if (file == null) {
                throw new IllegalStateException("providers.json is missing from the jar");
            }
            return new Cast(List.of(WorldJson.MAPPER.readValue(file, Provider[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a type that read their mail. */
    List<Provider> reading(Role type) {
        return of(type, provider -> !provider.refusesMail() && !provider.losesMail());
    }

    /** Those of a type that refuse mail. */
    List<Provider> refusing(Role type) {
        return of(type, Provider::refusesMail);
    }

    /** Those of a type whose mail is taken and then comes back. */
    List<Provider> losing(Role type) {
        return of(type, Provider::losesMail);
    }

    private List<Provider> of(Role type, Predicate<Provider> kind) {
        return providers.stream()
                .filter(provider -> provider.type() == type)
                .filter(kind)
                .toList();
    }
}
