package org.vigie.testing;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.javacrumbs.jsonunit.core.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Golden files of records that a service stores as JSON: {@code src/test/resources/stored/TYPE/N.json}. The file with
 * the highest number is what the service writes now; every file must be readable with nothing lost. Whoever changes
 * such a record adds a file and leaves the older ones as they are.
 */
public final class StoredJson {

    private static final Path GOLDEN = Path.of("src/test/resources/stored");

    private final JsonMapper mapper;
    private final Class<?> type;
    private final Path directory;

    /**
     * Fails, with the JSON of today, unless the newest file is what is written now, and unless whatever stands in any
     * file is still there when it was read and written again.
     *
     * @param type binary name of the record, which may be private
     */
    public static void isKept(JsonMapper mapper, String type) throws ClassNotFoundException, IOException {
        var stored = new StoredJson(mapper, type);
        stored.losesNothingOfAnyFile();
        stored.isWrittenAsInTheNewestFile();
    }

    /** Binary names of the types that have golden files. */
    public static List<String> types() throws IOException {
        try (var found = Files.list(GOLDEN)) {
            return found.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    /** Whatever a class reads as JSON, and is no event, has golden files. */
    static ArchCondition<JavaClass> haveGoldenFiles() {
        return new ArchCondition<>("have golden files of what they read as JSON") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getCodeUnits().stream()
                        .filter(StoredJson::readsJson)
                        .flatMap(unit -> unit.getReferencedClassObjects().stream())
                        .map(ReferencedClassObject::getRawType)
                        .filter(type ->
                                type.isRecord() && !type.getPackageName().startsWith("org.vigie.events"))
                        .filter(type -> !Files.isDirectory(GOLDEN.resolve(type.getName())))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                item, "%s reads %s, of which %s has no file".formatted(item, type.getName(), GOLDEN))));
            }
        };
    }

    private static boolean readsJson(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(call ->
                        call.getName().equals("readValue") && call.getOwner().isAssignableTo(ObjectMapper.class));
    }

    private StoredJson(JsonMapper mapper, String type) throws ClassNotFoundException {
        this.mapper = mapper;
        this.type = Class.forName(type);
        this.directory = GOLDEN.resolve(type);
    }

    private void isWrittenAsInTheNewestFile() throws IOException {
        var now = mapper.valueToTree(example(type));
        var files = files();
        var next = files.isEmpty() ? 1 : number(files.getLast()) + 1;
        assertThatJson(now.toString())
                .as("what changed needs %d.json beside the older ones:%n%s", next, now.toPrettyString())
                .isEqualTo(files.isEmpty() ? "{}" : Files.readString(files.getLast()));
    }

    private void losesNothingOfAnyFile() throws IOException {
        for (var file : files()) {
            var stored = Files.readString(file);
            var written = mapper.valueToTree(mapper.readValue(stored, type));
            assertThatJson(written.toString())
                    .as(file.getFileName().toString())
                    .when(Option.IGNORING_EXTRA_FIELDS)
                    .isEqualTo(stored);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var found = Files.list(directory)) {
            return found.sorted(Comparator.comparingInt(StoredJson::number)).toList();
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(".json", ""));
    }

    /** A value of the type, of which nothing is absent. */
    private static Object example(Type type) {
        return switch (type) {
            case ParameterizedType generic -> container(generic);
            case Class<?> plain when plain.isRecord() -> instance(plain);
            case Class<?> plain when plain.isEnum() -> plain.getEnumConstants()[0];
            case Class<?> plain -> simple(plain);
            default -> throw new IllegalArgumentException(type.getTypeName());
        };
    }

    private static Object container(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var of = type.getActualTypeArguments();
        if (raw == List.class) {
            return List.of(example(of[0]));
        }
        if (raw == SortedSet.class || raw == Set.class) {
            return new TreeSet<>(List.of(example(of[0])));
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return new TreeMap<>(Map.of(example(of[0]), example(of[1])));
        }
        throw new IllegalArgumentException(type.getTypeName());
    }

    private static Object instance(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> example(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName(), e);
        }
    }

    private static Object simple(Class<?> type) {
        if (type == String.class) {
            return "text@example.org";
        }
        if (type == int.class || type == Integer.class) {
            return 2;
        }
        if (type == long.class || type == Long.class) {
            return 3L;
        }
        if (type == double.class || type == Double.class) {
            return 0.5;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        return Map.<Class<?>, Object>of(
                        UUID.class, UUID.fromString("11111111-1111-4111-8111-111111111111"),
                        Instant.class, Instant.parse("2026-01-05T10:00:00Z"),
                        Duration.class, Duration.ofHours(5),
                        LocalDate.class, LocalDate.parse("2026-01-05"),
                        YearMonth.class, YearMonth.parse("2026-01"),
                        JsonNode.class, JsonMapper.shared().createObjectNode().put("field", 1))
                .entrySet()
                .stream()
                .filter(one -> one.getKey() == type)
                .map(Map.Entry::getValue)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(type.getName()));
    }
}
