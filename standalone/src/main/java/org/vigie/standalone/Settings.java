package org.vigie.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the environment says about this process; an empty variable counts as an unset one. */
record Settings(Map<String, String> environment) {

    Settings {
        environment = environment.entrySet().stream()
                .filter(variable -> !variable.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Mode mode() {
        return get("VIGIE_MODE").map(Mode::of).orElse(Mode.EVALUATION);
    }

    /** Directory for everything that is kept, absolute. */
    Path data() {
        return Path.of(get("VIGIE_DATA").orElse("data")).toAbsolutePath().normalize();
    }

    /** Directory of the keysets, absolute. */
    Path keys() {
        return get("VIGIE_KEYS")
                .map(Path::of)
                .orElse(data().resolve("keys"))
                .toAbsolutePath()
                .normalize();
    }

    /** Address that the services and Kafka listen on. */
    InetAddress bind() {
        var address = get("VIGIE_BIND").orElse("127.0.0.1");
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new CannotStart("VIGIE_BIND is not an address of this machine.", e);
        }
    }

    /** Addresses of a Kafka to use instead of the one inside. */
    Optional<String> kafka() {
        return get("VIGIE_KAFKA");
    }

    /** Where a command finds Kafka: the one named, or the one of {@code up}. */
    String servers() {
        return kafka().orElseGet(() -> get("VIGIE_BIND").orElse("127.0.0.1") + ":"
                + get("VIGIE_PORT_KAFKA").orElse("9092"));
    }

    /** The token of the REST calls: the one given, or the one that {@code up} made; empty if there is none. */
    String token() {
        return get("VIGIE_API_TOKEN").orElseGet(() -> {
            try {
                return Files.readString(data().resolve("token")).strip();
            } catch (IOException _) {
                return "";
            }
        });
    }

    /** Connection string of a MongoDB to use instead of one of our own; may hold a password. */
    Optional<String> mongoUri() {
        return get("VIGIE_MONGO_URI");
    }

    /** A mongod to start. */
    Optional<String> mongod() {
        return get("VIGIE_MONGOD");
    }

    /** Whether the embedded store keeps its documents in memory and loses them with the process: for measurements. */
    boolean keptInMemory() {
        var memory = switch (get("VIGIE_STORE").orElse("files")) {
            case "files" -> false;
            case "memory" -> true;
            default -> throw new CannotStart("VIGIE_STORE is neither files nor memory.");
        };
        return memory && mode() == Mode.EVALUATION;
    }

    /** Whether an issuer of our own is to run, since there is no other: in an evaluation only. */
    boolean issuerInside() {
        return mode() == Mode.EVALUATION && get("VIGIE_ISSUER").isEmpty();
    }

    boolean tokenGiven() {
        return get("VIGIE_API_TOKEN").isPresent();
    }

    /** The variable's value; absent if it is unset or blank. */
    Optional<String> get(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip);
    }
}
