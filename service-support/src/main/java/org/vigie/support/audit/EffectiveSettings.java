package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** What this instance is set to, without what is secret. */
final class EffectiveSettings {

    private static final Pattern SECRET = Pattern.compile("token|secret|password|key|uri|credential");

    private EffectiveSettings() {}

    /** SHA-256 in Base64; the same for the same settings, whichever source they come from. */
    static String digest(ConfigurableEnvironment environment) {
        var settings = new TreeMap<String, String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> known) {
                Arrays.stream(known.getPropertyNames())
                        .filter(name -> isOurs(letters(name)))
                        .forEach(name -> settings.putIfAbsent(letters(name), String.valueOf(known.getProperty(name))));
            }
        }
        return Hash.of(settings.toString().getBytes(UTF_8)).text();
    }

    private static boolean isOurs(String name) {
        return name.startsWith("vigie") && !SECRET.matcher(name).find();
    }

    /** {@code vigie.test-networks} and {@code VIGIE_TEST_NETWORKS} are one. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
