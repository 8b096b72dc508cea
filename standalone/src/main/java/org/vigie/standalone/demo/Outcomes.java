package org.vigie.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.sandbox.World.Expected;
import org.vigie.sandbox.WorldJson;
import tools.jackson.databind.JsonNode;

/** Reads from the services what became of the world's cases. */
record Outcomes(Api notice, Api registry, Api world) {

    private static final List<String> VOID = List.of("VOID");

    /** Every case the script knows, in its order, with what became of it. */
    Map<Expected, Outcome> read() {
        var names = names();
        var outcomes = new LinkedHashMap<Expected, Outcome>();
        for (var expected : WorldJson.MAPPER.treeToValue(world.get("/cases"), Expected[].class)) {
            outcomes.put(expected, outcome(expected, names));
        }
        return outcomes;
    }

    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        var page = "/v1/providers?limit=500";
        for (var path = page; !path.isEmpty(); ) {
            var part = registry.get(path);
            part.path("providers")
                    .forEach(provider -> names.put(
                            provider.path("provider_id").asString(),
                            provider.path("name").asString()));
            var next = part.path("next").asString("");
            path = next.isEmpty() ? "" : page + "&cursor=" + next;
        }
        return names;
    }

    private Outcome outcome(Expected expected, Map<String, String> names) {
        var caseIds = expected.reportIds().stream()
                .map(id -> notice.get("/v1/reports/" + id).path("case_id").asString(""))
                .distinct()
                .toList();
        if (caseIds.size() != 1 || caseIds.getFirst().isEmpty()) {
            return Outcome.NONE;
        }
        var found = notice.get("/v1/cases/" + caseIds.getFirst());
        return found.isMissingNode() ? Outcome.NONE : of(found, names, CameBack.to(caseIds.getFirst(), notice));
    }

    private static Outcome of(JsonNode found, Map<String, String> names, List<String> cameBack) {
        var targetings = found.path("targetings")
                .valueStream()
                .filter(targeting -> !VOID.contains(targeting.path("end").asString()))
                .sorted(Comparator.comparing(Outcomes::handedOver))
                .toList();
        var writtenTo = targetings.stream()
                .map(Outcomes::addressee)
                .map(id -> names.getOrDefault(id, id))
                .distinct()
                .toList();
        return new Outcome(
                found.path("case_id").asString(),
                found.path("status").asString(),
                found.path("cycle").asInt(),
                found.path("flags").valueStream().map(JsonNode::asString).collect(Collectors.toList()),
                writtenTo,
                targetings.size(),
                targetings.stream()
                        .mapToInt(targeting -> targeting.path("notices_sent").asInt())
                        .sum(),
                cameBack,
                untilNext(targetings));
    }

    private static @Nullable Duration untilNext(List<JsonNode> targetings) {
        return targetings.stream()
                .filter(targeting -> !addressee(targeting).equals(addressee(targetings.getFirst())))
                .findFirst()
                .map(next -> Duration.between(handedOver(targetings.getFirst()), handedOver(next)))
                .orElse(null);
    }

    private static Instant handedOver(JsonNode targeting) {
        return Instant.parse(targeting.path("handed_over_at").asString());
    }

    private static String addressee(JsonNode targeting) {
        return targeting.path("addressee").path("provider_id").asString();
    }

    /** What is not as expected, by the case; those as expected are absent. */
    static Map<String, List<String>> differences(Map<Expected, Outcome> outcomes) {
        var differences = new TreeMap<String, List<String>>();
        outcomes.forEach((expected, outcome) -> {
            var differs = outcome.differencesFrom(expected);
            if (!differs.isEmpty()) {
                differences.put(expected.partnerReference(), differs);
            }
        });
        return differences;
    }
}
