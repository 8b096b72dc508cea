package org.vigie.notice.replylink.settings;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.replylink.ReplyRules;

/** Where providers answer, from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplyLinkConfiguration.Settings.class)
class ReplyLinkConfiguration {

    /**
     * Where providers answer.
     *
     * @param replyUrl where this service is reached from outside; absent if nowhere, and no notice has a link
     * @param replyLinkLifetime how long the link in a notice opens the page
     */
    @ConfigurationProperties("vigie")
    record Settings(
            @Nullable String replyUrl, @DefaultValue("90d") Duration replyLinkLifetime) {

        private static final Pattern REACHED = Pattern.compile("https://[^/?#@\\s]+(/[^?#\\s]*[^/?#\\s])?");
        private static final Pattern AT_HOME = Pattern.compile("http://(127\\.0\\.0\\.1|localhost)(:[0-9]{1,5})?");

        Settings {
            replyUrl = replyUrl == null || replyUrl.isBlank() ? null : replyUrl.strip();
            if (replyUrl != null && !isPossible(replyUrl)) {
                throw new IllegalArgumentException(
                        "VIGIE_REPLY_URL: expected an https URL without a slash at its end, or http on loopback");
            }
            if (replyLinkLifetime.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException("vigie.reply-link-lifetime: expected at least a day");
            }
        }

        private static boolean isPossible(String url) {
            return (REACHED.matcher(url).matches() || AT_HOME.matcher(url).matches())
                    && URI.create(url).getHost() != null;
        }
    }

    @Bean
    ReplyRules replyRules(Settings settings) {
        return new ReplyRules(settings.replyUrl(), settings.replyLinkLifetime());
    }
}
