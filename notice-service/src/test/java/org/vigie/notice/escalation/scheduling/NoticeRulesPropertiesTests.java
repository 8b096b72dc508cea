package org.vigie.notice.escalation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ReflectionUtils;
import org.vigie.notice.escalation.DomainRules;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.removal.Steering.Authority;

/** Every setting is read; a value that cannot be meant ends the start. */
class NoticeRulesPropertiesTests {

    @EnableConfigurationProperties(NoticeRulesProperties.class)
    static class Settings {}

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void theDefaultsAreTheDomainsOwnRules() {
        service.run(started ->
                assertThat(values(started.getBean(NoticeRules.class))).isEqualTo(values(DomainRules.DEFAULTS)));
    }

    @Test
    void everySettingIsRead() {
        var durations = names(Duration.class);
        var settings = Stream.concat(
                        durations.stream().map(name -> "%s=%dm".formatted(hyphened(name), durations.indexOf(name) + 1)),
                        Stream.of("unverified-reminders=4", "countries.au=police"))
                .map(setting -> "vigie.notices." + setting)
                .toArray(String[]::new);
        var expected = new TreeMap<String, Object>(
                Map.of("unverifiedReminders", 4, "countries", Map.of("AU", Authority.POLICE)));
        durations.forEach(name -> expected.put(name, Duration.ofMinutes(durations.indexOf(name) + 1)));

        service.withPropertyValues(settings)
                .run(started ->
                        assertThat(values(started.getBean(NoticeRules.class))).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigie.notices.chain-for-notice=-1h",
                "vigie.notices.remind-every=0s",
                "vigie.notices.gather=-1s",
                "vigie.notices.unverified-reminders=-1",
                "vigie.notices.countries.australia=police"
            })
    void refusesWhatCannotBeMeant(String setting) {
        service.withPropertyValues(setting)
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(BindValidationException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigie.notices.gather=0s", "vigie.notices.countries.au=police"})
    void takesTheLeast(String setting) {
        service.withPropertyValues(setting).run(started -> assertThat(started).hasNotFailed());
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(NoticeRulesProperties.class.getRecordComponents())
                .filter(component -> component.getType() == type)
                .map(RecordComponent::getName)
                .toList();
    }

    private static String hyphened(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Every rule and its value. */
    private static Map<String, Object> values(NoticeRules rules) {
        return Arrays.stream(NoticeRules.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .collect(Collectors.toMap(
                        Method::getName,
                        method -> Objects.requireNonNull(ReflectionUtils.invokeMethod(method, rules)),
                        (one, _) -> one,
                        TreeMap::new));
    }
}
