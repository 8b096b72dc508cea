package org.vigie.notice.neighbours.http;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.notice.neighbours.Correction;
import org.vigie.notice.neighbours.KnownProvider;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.neighbours.Registry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** By the REST interface of provider-registry. */
@Component
class HttpRegistry implements Registry {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String PROVIDERS = "/v1/providers/";

    private final Neighbours neighbours;

    HttpRegistry(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** What a correction sends: everything but the network objects, which stay. */
    private record Facts(
            String name,
            @Nullable String legalName,
            String type,
            @Nullable String country,
            @Nullable String namingSource,
            @Nullable UUID group,
            @Nullable String reportedApart,
            @Nullable String probeRule,
            List<Contact> contacts) {

        private record Contact(
                String channel,
                String address,
                String format,
                String language,
                KnownProvider.@Nullable Vetting noForward,
                @Nullable String openpgpFingerprint) {}

        static Facts of(KnownProvider before, Correction correction) {
            var contacts = new ArrayList<Contact>();
            before.contacts().stream()
                    .filter(correction::keeps)
                    .map(one -> new Contact(
                            one.channel(),
                            one.address(),
                            one.format(),
                            one.language(),
                            one.noForward(),
                            one.openpgpFingerprint()))
                    .forEach(contacts::add);
            Optional.ofNullable(correction.added())
                    .map(address -> new Contact(
                            address.startsWith("https:") ? "WEB_FORM" : "EMAIL",
                            address,
                            "TEXT",
                            correction.language(),
                            null,
                            null))
                    .ifPresent(contacts::add);
            return new Facts(
                    correction.name(),
                    correction.legalName(),
                    before.type(),
                    correction.country(),
                    before.namingSource(),
                    before.group(),
                    before.reportedApart(),
                    before.probeRule(),
                    contacts);
        }
    }

    @Override
    public Answer<Found> search(String text, String token) {
        var json = JSON.writeValueAsString(Map.of("text", text));
        return read(Found.class, neighbours.send(Neighbour.REGISTRY, "POST", PROVIDERS + "search", token, json));
    }

    @Override
    public Answer<KnownProvider> find(UUID id, String token) {
        return read(KnownProvider.class, neighbours.get(Neighbour.REGISTRY, PROVIDERS + id, token));
    }

    @Override
    public Answer<KnownProvider> retire(UUID id, long read, String token) {
        return changed("POST", id + "/retire", read, "", token);
    }

    @Override
    public Answer<KnownProvider> merge(UUID id, long read, UUID into, String token) {
        return changed("POST", id + "/merge", read, JSON.writeValueAsString(Map.of("into", into)), token);
    }

    @Override
    public Answer<KnownProvider> correct(KnownProvider before, Correction correction, String token) {
        var json = JSON.writeValueAsString(Facts.of(before, correction));
        return changed("PUT", before.providerId().toString(), before.version(), json, token);
    }

    private Answer<KnownProvider> changed(String method, String path, long read, String json, String token) {
        return read(
                KnownProvider.class,
                neighbours.send(
                        Neighbour.REGISTRY,
                        method,
                        PROVIDERS + path,
                        token,
                        json,
                        "If-Match",
                        "\"%d\"".formatted(read)));
    }

    private <T> Answer<T> read(Class<T> type, Optional<HttpResponse<String>> answer) {
        if (answer.isEmpty()) {
            return new Refused<>(neighbours.isKnown(Neighbour.REGISTRY) ? Why.SILENT : Why.UNKNOWN, "");
        }
        var status = answer.get().statusCode();
        return switch (status) {
            case 200 -> said(type, answer.get().body());
            case 400, 409, 422 -> new Refused<>(Why.UNFIT, detail(answer.get().body()));
            case 401, 403 -> new Refused<>(Why.NOT_ALLOWED, "");
            case 404 -> new Refused<>(Why.ABSENT, "");
            case 412 -> new Refused<>(Why.EDITED, "");
            default -> new Refused<>(Why.SILENT, "");
        };
    }

    private static <T> Answer<T> said(Class<T> type, String body) {
        try {
            return new Said<>(Objects.requireNonNull(JSON.readValue(body, type)));
        } catch (JacksonException | NullPointerException _) {
            return new Refused<>(Why.SILENT, "");
        }
    }

    /** What it says of the field that cannot be so; problems never quote what was sent. */
    private static String detail(String body) {
        try {
            var problem = JSON.readTree(body);
            var of = Stream.of(problem.at("/errors/0/detail"), problem.at("/detail"));
            return of.map(text -> text.asString(""))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
        } catch (JacksonException _) {
            return "";
        }
    }
}
