package org.vigie.registry.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.provider.ChainSnapshot.Rung;
import org.vigie.registry.chain.LocalResolver;
import org.vigie.registry.chain.Resolution;
import org.vigie.registry.provider.Provider;
import org.vigie.support.events.EventJson;
import org.vigie.url.ParseResult.Parsed;
import org.vigie.url.ParseResult.Refused;
import org.vigie.url.WebUrl;

/**
 * What {@code ./vigie resolve} does: reads one URL per line and says who serves it, whom to write to and why. The URLs
 * come from a stream, never from the command line, and are not repeated: answers stand in the order of the lines.
 */
final class ResolveCommand {

    private static final UUID NO_CASE = new UUID(0, 0);

    private final LocalResolver resolver;
    private final boolean online;
    private final boolean json;

    /**
     * A command with its options.
     *
     * @param online whether the name system may be asked
     * @param json one JSON object per line instead of text
     */
    ResolveCommand(LocalResolver resolver, boolean online, boolean json) {
        this.resolver = resolver;
        this.online = online;
        this.json = json;
    }

    /**
     * Answers every line that is not blank; one longer than a URL may be is refused as {@code TOO_LONG}.
     *
     * @return how many lines were no http or https URL
     * @throws IOException if the lines cannot be read or the answers not be written
     */
    int run(BufferedReader urls, Appendable out) throws IOException {
        int number = 0;
        int refused = 0;
        var lines = new UrlLines(urls);
        for (var text = lines.next(); text != null; text = lines.next()) {
            number++;
            if (text.isBlank() && text.length() <= WebUrl.MAX_LENGTH) {
                continue;
            }
            switch (WebUrl.parse(text)) {
                case Parsed(var url) -> out.append(describe(number, resolver.resolve(url, online)));
                case Refused(var reason) -> {
                    refused++;
                    out.append(refusal(number, reason.name()));
                }
            }
        }
        return refused;
    }

    private String refusal(int line, String reason) {
        return json
                ? EventJson.MAPPER.writeValueAsString(Map.of("line", line, "refused", reason)) + "\n"
                : "line %d: not an http or https URL (%s)%n%n".formatted(line, reason);
    }

    private String describe(int line, Resolution resolution) {
        var names = new LinkedHashMap<UUID, String>();
        resolution.providers().values().stream()
                .sorted(Comparator.comparing(Provider::id))
                .forEach(provider -> names.put(provider.id(), provider.name()));
        var said = resolution.snapshot(NO_CASE, 0, 0, List.of());
        return json ? asJson(line, said, resolution, names) : asText(line, said, resolution, names);
    }

    private static String asJson(int line, ChainSnapshot said, Resolution resolution, Map<UUID, String> names) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("line", line);
        answer.put("host_kind", said.hostKind());
        answer.put("hops", said.hops());
        answer.put("systems", resolution.systems());
        answer.put("ranking", said.ranking());
        answer.put("failures", said.failures());
        answer.put("probe_rule", said.probeRule());
        answer.put("shared", said.shared());
        answer.put("degraded", said.degraded());
        if (said.reason() != null) {
            answer.put("reason", said.reason());
        }
        if (resolution.chain().platform() != null) {
            answer.put("platform", resolution.chain().platform());
        }
        answer.put("providers", names);
        return EventJson.MAPPER.writeValueAsString(answer) + "\n";
    }

    private static String asText(int line, ChainSnapshot said, Resolution resolution, Map<UUID, String> names) {
        var text = new StringBuilder("line %d: %s%s%s%n"
                .formatted(
                        line,
                        said.hostKind(),
                        said.shared() ? ", shared or platform" : "",
                        said.degraded() ? ", degraded" : ""));
        text.append("  chain\n");
        said.hops().forEach(hop -> text.append(asText(hop, names)));
        if (said.hops().isEmpty()) {
            text.append("    nobody known\n");
        }
        if (resolution.chain().platform() != null) {
            text.append("    platform of   ")
                    .append(resolution.chain().platform())
                    .append('\n');
        }
        resolution.systems().forEach((asn, name) -> text.append("    announced by  AS%d %s%n".formatted(asn, name)));
        text.append("  to write to\n");
        int rank = 0;
        for (var rung : said.ranking()) {
            text.append(asText(++rank, rung, names));
        }
        if (said.reason() != null) {
            text.append("    nobody: ").append(said.reason()).append('\n');
        }
        said.failures()
                .forEach(
                        failure -> text.append("  not found out: %s %s%n".formatted(failure.source(), failure.code())));
        return text.append('\n').toString();
    }

    private static String asText(Hop hop, Map<UUID, String> names) {
        var dataSet = hop.dataSet() == null ? "" : ", %s %s".formatted(hop.dataSet(), hop.dataSetVersion());
        return "    %-13s %s (%s, %s%s)%n"
                .formatted(hop.role(), name(hop.providerId(), names), hop.evidence(), hop.confidence(), dataSet);
    }

    private static String asText(int rank, Rung rung, Map<UUID, String> names) {
        return String.format(
                Locale.ROOT,
                "    %d. %s as %s: responsiveness %.2f, contactability %.1f, approval %s; %s%n",
                rank,
                name(rung.providerId(), names),
                rung.role(),
                rung.responsiveness(),
                rung.contactability(),
                rung.approval(),
                String.join(", ", rung.reasons()));
    }

    private static String name(@Nullable UUID provider, Map<UUID, String> names) {
        return provider == null ? "unknown" : names.getOrDefault(provider, provider.toString());
    }
}
