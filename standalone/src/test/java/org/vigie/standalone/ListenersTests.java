package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.annotation.KafkaListener;

/** What the services listen to is what deploy/kafka/acls.csv lets them read. */
class ListenersTests {

    private static final Map<String, String> SERVICES = Map.of(
            "org.vigie.notice", "notice-service",
            "org.vigie.registry", "provider-registry",
            "org.vigie.availability", "availability-checker",
            "org.vigie.metrics", "metrics-service");

    @Test
    void everyListenerMayReadItsTopicsAndNoRightIsLeftOver() throws IOException {
        var listened = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(SERVICES.keySet()).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(KafkaListener.class))
                        .flatMap(method -> Arrays.stream(method.getAnnotationOfType(KafkaListener.class)
                                        .topics())
                                .map(topic -> service(method) + ",read," + topic))
                        .toList();

        assertThat(listened).isNotEmpty();
        assertThat(Files.readAllLines(Path.of("../deploy/kafka/acls.csv")))
                .filteredOn(line -> line.contains(",read,"))
                .containsExactlyInAnyOrderElementsOf(listened);
    }

    private static String service(JavaMethod listener) {
        var name = listener.getOwner().getPackageName();
        return SERVICES.entrySet().stream()
                .filter(service -> name.startsWith(service.getKey()))
                .map(Map.Entry::getValue)
                .findAny()
                .orElseThrow();
    }
}
