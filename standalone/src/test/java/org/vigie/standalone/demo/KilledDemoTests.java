package org.vigie.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.sandbox.mail.Mail;
import org.vigie.sandbox.mail.Mailboxes;
import org.vigie.sandbox.story.Cast;
import org.vigie.sandbox.story.Provider;
import org.vigie.standalone.ChildJvm;
import org.vigie.standalone.Vigie;

/** A demo whose services are killed in the middle of it and that goes on. */
class KilledDemoTests {

    private static final String[] CASES = {
        "removes-after-third-reminder-1", "escalates-to-the-host-1", "comes-back-1", "page-with-three-images"
    };
    private static final String MIDDLE = "14 Jan 2026";

    @TempDir
    Path directory;

    @Test
    void endsAsOneThatWasLeftAlone() throws IOException, InterruptedException {
        var left = directory.resolve("left-alone");
        var undisturbed = PlayedDemo.in(left, PlayedDemo.once(CASES), Map.of());
        var killed = directory.resolve("killed");
        var environment = PlayedDemo.environment(killed);
        killInTheMiddle(environment);

        var resumed = PlayedDemo.with(environment, new DemoOptions(true, true, 1, List.of()));

        assertThat(undisturbed.asScripted()).as(undisturbed.output()).isTrue();
        assertThat(resumed.asScripted()).as(resumed.output()).isTrue();
        assertThat(resumed.result()).isEqualTo(undisturbed.result());
        assertThat(resumed.output()).doesNotContain(" 5 Jan 2026");
        assertThat(pagesNamed(killed)).isEqualTo(pagesNamed(left));
        mails(killed)
                .values()
                .forEach(mails -> assertThat(mails)
                        .extracting(Mail::messageId)
                        .doesNotContainNull()
                        .doesNotHaveDuplicates());
    }

    private static void killInTheMiddle(Map<String, String> environment) throws IOException, InterruptedException {
        var process = ChildJvm.run(environment, Vigie.class, "demo", "--once", "--only", String.join(",", CASES));
        try (var console = process.inputReader()) {
            assertThat(console.lines().anyMatch(line -> line.contains(MIDDLE))).isTrue();
            var world = process.children().toList();
            process.destroyForcibly().waitFor();
            world.forEach(child -> child.onExit().join());
        } finally {
            process.destroyForcibly();
        }
    }

    /** Which pages the mails to each provider name, mail by mail. */
    private static Map<String, List<Set<String>>> pagesNamed(Path data) {
        return mails(data).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        box -> box.getValue().stream().map(Mail::labels).toList()));
    }

    private static Map<String, List<Mail>> mails(Path data) {
        var addresses = Cast.read().providers().stream().map(Provider::mail).toList();
        return new Mailboxes(data.resolve("demo/world/mailboxes"), addresses, Set.of()).all();
    }
}
