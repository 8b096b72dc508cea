package org.vigie.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.standalone.CannotStart;

class DemoDirectoryTests {

    private static final DemoOptions AFRESH = new DemoOptions(true, false, 7, List.of("never", "cloaks-1"));
    private static final DemoOptions RESUMED = new DemoOptions(true, true, 8, List.of());

    private static final int PAGES = 8480;

    @TempDir
    Path data;

    @Test
    void refusesADirectoryThatNoDemoMade() throws IOException {
        var demo = Files.createDirectories(data.resolve("demo"));
        Files.writeString(demo.resolve("somebody's"), "");

        assertThatThrownBy(() -> DemoDirectory.open(demo, AFRESH, PAGES)).isInstanceOf(CannotStart.class);
        assertThat(demo.resolve("somebody's")).exists();
    }

    @Test
    void emptiesWhatAnEarlierDemoLeft() throws IOException {
        var demo = DemoDirectory.open(data.resolve("demo"), AFRESH, PAGES).path();
        Files.writeString(demo.resolve("old"), "");

        DemoDirectory.open(demo, AFRESH, PAGES);

        assertThat(demo.resolve("old")).doesNotExist();
    }

    @Test
    void goesOnWithTheOptionsItBeganWith() throws IOException {
        var demo = DemoDirectory.open(data.resolve("demo"), AFRESH, PAGES).path();
        Files.writeString(demo.resolve("old"), "");

        var resumed = DemoDirectory.open(demo, RESUMED, PAGES);

        assertThat(resumed.seed()).isEqualTo(7);
        assertThat(resumed.only()).containsExactly("never", "cloaks-1");
        assertThat(demo.resolve("old")).exists();
    }

    @Test
    void refusesToGoOnWithPagesAtAnotherPort() {
        var demo = DemoDirectory.open(data.resolve("demo"), AFRESH, PAGES).path();

        assertThatThrownBy(() -> DemoDirectory.open(demo, RESUMED, PAGES + 1))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("VIGIE_PORT_PAGES=" + PAGES);
    }

    @Test
    void saysWhichCasesThereAre() {
        assertThatThrownBy(() -> new DemoOptions(true, false, 1, List.of("nevermore")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nevermore")
                .hasMessageContaining("escalates-to-the-host");
    }
}
