package org.vigie.registry.chain;

import static org.vigie.events.Confidence.HIGH;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.WebUrl;

/** What was found so far of one URL. */
final class Findings {

    private static final String OUTDATED = "OUTDATED";

    private final Knowledge knowledge;
    private final RegistrySaid said;
    private final Hops hops = new Hops();
    private final ByName byName;
    private final ByAddress byAddress;
    private final List<Failure> failures = new ArrayList<>();
    private String nameState = Shown.NOTHING.nameState();
    private boolean degraded;

    Findings(Knowledge knowledge, RegistrySaid said) {
        this.knowledge = knowledge;
        this.said = said;
        this.byName = new ByName(knowledge, hops);
        this.byAddress = new ByAddress(knowledge, said, hops);
        failures.addAll(said.failures());
    }

    /** Whether nobody was found. */
    boolean nobody() {
        return hops.isEmpty();
    }

    /** What was not answered beside the rest. */
    void failed(List<Failure> failed) {
        failures.addAll(failed);
    }

    /** Nobody said where the name leads. */
    void unanswered(List<Failure> failed) {
        failures.addAll(failed);
        degraded = true;
    }

    /** By what the URL is called. */
    void names(WebUrl url) {
        byName.url(url);
    }

    /** By the names its host is an alias of. */
    void aliases(List<String> aliases) {
        byName.aliases(aliases);
    }

    /** By the number that IANA gave the registrar whom the registry names. */
    void registrar() {
        if (said.registrar() != null) {
            var known = knowledge.book().registrar(said.registrar());
            hops.add(known, "REGISTRAR_IANA_ID", HIGH);
            if (known.isEmpty()) {
                hops.addUnknown(Role.REGISTRAR, "NO_PROVIDER_FOR_REGISTRAR");
            }
        }
    }

    /** Looks at the public ones; gives the reason why the URL leads nowhere if there are none. */
    @Nullable
    String publicOnly(List<InetAddress> addresses) {
        var usable = new ArrayList<InetAddress>(addresses.size());
        for (var address : addresses) {
            if (knowledge.globalAddresses().isPublic(address)) {
                usable.add(address);
            }
        }
        if (usable.size() < addresses.size()) {
            failures.add(new Failure("DNS", "ADDRESS_NOT_PUBLIC"));
        }
        addresses(usable);
        return usable.isEmpty() ? "UNROUTABLE" : null;
    }

    /** By where the host leads. */
    void addresses(List<InetAddress> addresses) {
        nameState = Seen.FOUND;
        byAddress.all(addresses.stream()
                .map(GlobalAddresses::behindTranslation)
                .distinct()
                .toList());
        if (knowledge.outdated().asTable()) {
            failures.add(new Failure("AS_TABLE", OUTDATED));
        }
        if (knowledge.outdated().cdnRanges()) {
            failures.add(new Failure("CDN_RANGES", OUTDATED));
        }
    }

    Chain absent(String reason) {
        nameState = reason;
        return chain(HostKind.DOMAIN, reason);
    }

    Chain chain(HostKind kind, @Nullable String reason) {
        return new Chain(
                kind,
                hops.inOrder(),
                failures,
                hops.probeRule(),
                byName.shared() || hops.has(Role.CONTENT_ADMIN),
                degraded || said.unanswered(),
                reason,
                new Shown(nameState, byAddress.addresses(), byName.aliases(), byAddress.systems(), said.status()),
                byName.platform(),
                byAddress.stated());
    }
}
