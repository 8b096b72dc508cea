package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of libraries that {@code ./vigie sbom} wrote is that of this build, and each has a licence that may be. */
class LibrariesTests {

    /**
     * Any of them may be part of what is given away under Apache-2.0. Where a library offers several, one is enough.
     * BSD-4-Clause is what the plug-in makes of "The BSD License", as mongo-java-server has it.
     */
    private static final Set<String> MAY_BE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "EPL-2.0",
            "Go License",
            "MIT",
            "The (New) BSD License",
            "Unicode-3.0");

    private record Library(String name, String version, List<String> licences) {

        String file() {
            return name.substring(name.indexOf(':') + 1) + "-" + version;
        }
    }

    @Test
    void eachHasALicenceThatMayBe() throws IOException {
        assertThat(libraries())
                .hasSizeGreaterThan(100)
                .allSatisfy(library ->
                        assertThat(library.licences()).as(library.name()).anyMatch(MAY_BE::contains));
    }

    @Test
    void theListHasTheVersionsOfThisBuild() throws IOException {
        var jars = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(Pattern.quote(File.pathSeparator)))
                .map(path -> path.substring(path.lastIndexOf(File.separatorChar) + 1))
                .filter(name -> name.endsWith(".jar"))
                .toList();

        assertThat(libraries())
                .filteredOn(library -> jars.stream().anyMatch(jar -> isOf(library, jar)))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        library -> assertThat(jars).as(library.name()).anyMatch(jar -> jar.startsWith(library.file())));
    }

    /** Whether the file is of the library in some version. */
    private static boolean isOf(Library library, String jar) {
        var artifact = library.name().substring(library.name().indexOf(':') + 1);
        return jar.matches(Pattern.quote(artifact) + "-[0-9].*");
    }

    private static List<Library> libraries() throws IOException {
        return Files.readAllLines(Path.of("../deploy/supply-chain/libraries.txt")).stream()
                .map(line -> line.split("\t", 3))
                .map(words -> new Library(words[0], words[1], List.of(words[2].split(" / "))))
                .toList();
    }
}
