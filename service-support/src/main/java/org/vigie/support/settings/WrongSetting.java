package org.vigie.support.settings;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which setting stopped the start and what it wants, instead of where in the code that was found. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongSetting implements FailureAnalyzer {

    /** How every refusal of a setting begins. */
    private static final Pattern NAMED = Pattern.compile("(?:VIGIE_[A-Z_]+|vigie\\.[a-z.-]+)[ :=(].*", Pattern.DOTALL);

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return refusal(failure)
                .map(said -> new FailureAnalysis(
                        said, "Correct this setting. docs/configuration.md has every one.", failure))
                .orElse(null);
    }

    private static Optional<String> refusal(Throwable failure) {
        return Stream.<Throwable>iterate(failure, one -> one != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message -> message != null && NAMED.matcher(message).matches())
                .findFirst();
    }
}
