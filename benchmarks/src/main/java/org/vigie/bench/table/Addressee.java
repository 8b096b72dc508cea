package org.vigie.bench.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot;

/**
 * A provider that images are targeted at.
 *
 * @param named it has a row in Table 1.0; the others are invented and say so in their name
 * @param apart why it is reported apart, absent if it is not
 */
record Addressee(
        String name, Role type, boolean named, @Nullable String apart) {

    static Addressee of(Report.Named row) {
        return new Addressee(row.name(), row.type(), true, null);
    }

    /** Stands for the provider whose archives the report treats apart (finding 4). */
    static Addressee archives() {
        return new Addressee(
                "Archive host (synthetic)",
                Role.HOST,
                false,
                "Archives: one notice names many images, so the report treats it apart.");
    }

    static Addressee invented(int number) {
        var types = new Role[] {Role.HOST, Role.CONTENT_ADMIN, Role.HOST, Role.CDN};
        return new Addressee("Provider %03d (synthetic)".formatted(number), types[number % types.length], false, null);
    }

    UUID id() {
        return UUID.nameUUIDFromBytes(("table/" + name).getBytes(StandardCharsets.UTF_8));
    }

    ProviderSnapshot snapshot() {
        return new ProviderSnapshot(
                id(), 1, name, null, type, null, named ? null : "synthetic", null, null, false, apart, List.of());
    }
}
