package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A new state or word must not be taken for another: each switch over a type of ours names all there are. */
class SwitchesTests {

    @Test
    void noneLeavesValuesOfOursToADefault() {
        var all = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.vigie");

        assertThat(all).hasSizeGreaterThan(1_500);
        assertThat(new Switches(all).withDefault()).isEmpty();
    }

    @Test
    void defaultsAreFound() {
        var samples = new ClassFileImporter().importClasses(Samples.class, Light.class, Shape.class, Round.class);

        assertThat(new Switches(samples).withDefault())
                .hasSize(4)
                .allSatisfy(place -> assertThat(place).startsWith(Samples.class.getName() + ":"));
    }

    enum Light {
        RED,
        AMBER,
        GREEN
    }

    sealed interface Shape {}

    record Round(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    /** Four switches with a default, and as many without. */
    static final class Samples {

        static String wordOrOther(Light light) {
            return switch (light) {
                case RED -> "stop";
                default -> "go";
            };
        }

        static String nullOrOther(Light light) {
            return switch (light) {
                case RED -> "stop";
                case null, default -> "go";
            };
        }

        static int sizeOrNone(Shape shape) {
            return switch (shape) {
                case Round(var radius) when radius > 1 -> radius;
                case Round _ -> 1;
                default -> 0;
            };
        }

        static void roundOnly(Shape shape, Map<Integer, Shape> into) {
            switch (shape) {
                case Round round -> into.put(round.radius(), round);
                default -> {}
            }
        }

        static String word(Light light) {
            return switch (light) {
                case RED -> "stop";
                case AMBER, GREEN -> "go";
            };
        }

        static void each(Light light, Map<Light, String> into) {
            switch (light) {
                case RED -> into.put(light, "stop");
                case AMBER, GREEN -> into.put(light, "go");
            }
        }

        static int size(Shape shape) {
            return switch (shape) {
                case Round(var radius) -> radius;
                case Square(var side) -> side;
            };
        }

        static String other(String word) {
            return switch (word) {
                case "stop" -> "RED";
                default -> "GREEN";
            };
        }
    }
}
