package org.vigie.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.notice.removal.RemindersTarget;
import org.vigie.standalone.demo.mutation.ForbiddenCountsAsGone;
import org.vigie.standalone.demo.mutation.RankingReadBackwards;

/** A rule that is broken makes the demo fail and name the case that shows it. */
class BrokenRuleTests {

    private static final String AFTER_THIRD_REMINDER = "removes-after-third-reminder-1";
    private static final String NEVER_NOR_THE_HOST = "never-nor-the-host-1";
    private static final String BLOCKS_THE_CHECKER = "blocks-the-checker-1";

    @TempDir
    Path data;

    @Test
    void withAllRulesTheseCasesEndAsTheirScriptsSay() {
        var demo = PlayedDemo.in(
                data, PlayedDemo.once(AFTER_THIRD_REMINDER, NEVER_NOR_THE_HOST, BLOCKS_THE_CHECKER), Map.of());

        assertThat(demo.asScripted()).as(demo.output()).isTrue();
        assertThat(demo.output()).contains("All 3 cases ended as their scripts say.");
    }

    @Test
    void noReminder() {
        assertNamed(
                AFTER_THIRD_REMINDER,
                "ended EXHAUSTED, expected DOWN or REMOVED",
                Map.of("VIGIE_NOTICES_REMINDEVERY", "9999d", "VIGIE_NOTICES_REMINDSLOWLYEVERY", "9999d"));
    }

    @Test
    void escalationToTheWrongTier() {
        assertNamed(
                NEVER_NOR_THE_HOST,
                "written to \\[(.+), (.+)], expected \\[\\2, \\1]",
                with(RankingReadBackwards.class));
    }

    @Test
    void forbiddenCountedAsRemoval() {
        assertNamed(BLOCKS_THE_CHECKER, "ended (DOWN|REMOVED), expected EXHAUSTED", with(ForbiddenCountsAsGone.class));
    }

    @Test
    void targetingCreatedByAReminder() {
        assertNamed(AFTER_THIRD_REMINDER, "4 targetings, expected 1", with(RemindersTarget.class));
    }

    private void assertNamed(String reference, String difference, Map<String, String> broken) {
        var demo = PlayedDemo.in(data, PlayedDemo.once(reference), broken);

        assertThat(demo.asScripted()).as(demo.output()).isFalse();
        assertThat(demo.output())
                .contains("1 of 1 case did not end as its script says:")
                .containsPattern("  %s: .*%s".formatted(reference, difference));
    }

    /** Spring reads one more source of beans in every service; only the rule's own has what it changes. */
    private static Map<String, String> with(Class<?> mutation) {
        return Map.of("SPRING_MAIN_SOURCES", mutation.getName());
    }
}
